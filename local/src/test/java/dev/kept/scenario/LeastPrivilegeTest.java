package dev.kept.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * Looks back on all other scenarios: whatever the template allows or tells a function, some scenario has to need. It
 * comes last, by the order in {@code junit-platform.properties}.
 */
@Order(Integer.MAX_VALUE)
// those that run alone come after all others, in their order
@Isolated
@OnlyLocally(OnlyLocally.INSIDE)
class LeastPrivilegeTest {
    /** What no scenario can show, each with its reason. */
    private static final Set<String> UNSEEN = Set.of(
            // a document that may go is one whose ten years are over; BucketErasureTest erases such
            "EraseFromSystemFunction s3:DeleteObjectVersion arn:aws:s3:::kept-billingdocumentsbucket-000000000000/documents/*",
            // with these Lambda itself puts a dead letter into the encrypted queue
            "WatchDeadlinesFunction kms:Decrypt DataKey",
            "WatchDeadlinesFunction kms:GenerateDataKey DataKey",
            "CountDueFunction kms:Decrypt DataKey",
            "CountDueFunction kms:GenerateDataKey DataKey",
            "StartSweepFunction kms:Decrypt DataKey",
            "StartSweepFunction kms:GenerateDataKey DataKey",
            // this policy anonymises nothing; AnonymiseTest runs under one that does
            "EraseFromSystemFunction dynamodb:GetItem arn:aws:dynamodb:eu-west-3:000000000000:table/kept-StatisticsTable",
            "EraseFromSystemFunction dynamodb:PutItem arn:aws:dynamodb:eu-west-3:000000000000:table/kept-StatisticsTable",
            "EraseFromSystemFunction dynamodb:UpdateItem arn:aws:dynamodb:eu-west-3:000000000000:table/kept-StatisticsTable",
            "FinishErasureFunction dynamodb:GetItem arn:aws:dynamodb:eu-west-3:000000000000:table/kept-StatisticsTable",
            "FinishErasureFunction dynamodb:PutItem arn:aws:dynamodb:eu-west-3:000000000000:table/kept-StatisticsTable",
            "FinishErasureFunction dynamodb:UpdateItem arn:aws:dynamodb:eu-west-3:000000000000:table/kept-StatisticsTable",
            // this policy counts nothing from a contact, from the end of a contract or from an objection that staff
            // decide
            // about, so no day moves; DateRecordsTest moves them under one that does
            "SettleUseFunction dynamodb:UpdateItem arn:aws:dynamodb:eu-west-3:000000000000:table/kept-PeopleTable",
            // this policy has no place where somebody has to look; CabinetTest runs under one that has
            "GatherFromSystemFunction dynamodb:GetItem arn:aws:dynamodb:eu-west-3:000000000000:table/kept-TasksTable",
            "GatherFromSystemFunction dynamodb:PutItem arn:aws:dynamodb:eu-west-3:000000000000:table/kept-TasksTable",
            "EraseFromSystemFunction dynamodb:PutItem arn:aws:dynamodb:eu-west-3:000000000000:table/kept-TasksTable",
            "CorrectInSystemFunction dynamodb:PutItem arn:aws:dynamodb:eu-west-3:000000000000:table/kept-TasksTable",
            "StopInSystemFunction dynamodb:GetItem arn:aws:dynamodb:eu-west-3:000000000000:table/kept-TasksTable",
            "StopInSystemFunction dynamodb:PutItem arn:aws:dynamodb:eu-west-3:000000000000:table/kept-TasksTable",
            // no recipient of this policy is told by mail, which has to say whose data they are
            "TellRecipientsFunction kms:Decrypt DataKey",
            "TellRecipientsFunction dynamodb:GetItem arn:aws:dynamodb:eu-west-3:000000000000:table/kept-KeysTable");

    /** Each in a town of its own: RestoreTest looks at what the first needs, AgeTest and SweepTest at what the others do. */
    private static final Set<String> APART = Set.of(
            "ReplayErasuresFunction",
            "ApproveSweepFunction",
            "FinishSweepFunction",
            "PlanSweepFunction",
            "PurgeRequestsFunction",
            "PurgeShardFunction",
            "PurgeSystemFunction",
            "ShowSweepsFunction");

    /** Problems as pages, which no scenario can bring about: the identity provider does not answer, or worse. */
    private static final Set<String> UNREAD = Set.of(
            "SignInFunction POLICY",
            "VerifyLedgerFunction POLICY",
            // see above
            "GatherFromSystemFunction TASKS_TABLE",
            "StopInSystemFunction TASKS_TABLE");

    private final Town town = Town.running();

    private static void allOthersHaveRun() throws IOException {
        var folder = Path.of(System.getProperty("kept.root"), "local/src/test/java/dev/kept/scenario");
        try (var files = Files.list(folder)) {
            var scenarios = files.map(file -> file.getFileName().toString().replace(".java", ""))
                    .filter(name -> name.endsWith("Test"))
                    .collect(Collectors.toCollection(TreeSet::new));
            assertEquals(
                    scenarios,
                    new TreeSet<>(Town.visitors()),
                    "this says something only after all scenarios: run them with -Dtest='dev.kept.scenario.*Test'");
        }
    }

    @Test
    void nothingIsAllowedThatIsNeverDone() throws IOException {
        allOthersHaveRun();
        var unused = town.behind().permissions().unused().stream()
                .filter(grant -> !APART.contains(grant.who()))
                .map(grant -> grant.who() + " " + grant.action() + " " + named(grant.resource()))
                .collect(Collectors.toCollection(TreeSet::new));

        assertEquals(new TreeSet<>(UNSEEN), unused);
    }

    @Test
    void noFunctionIsToldWhatItNeverReads() throws IOException {
        allOthersHaveRun();
        var unread = town.behind().functions().unreadSettings().stream()
                .filter(setting -> APART.stream().noneMatch(name -> setting.startsWith(name + " ")))
                .collect(Collectors.toSet());
        assertEquals(UNREAD, unread);
    }

    /** Whichever scenarios have run: it names what the one that failed for want of a right does not. */
    @Test
    void nothingIsDoneThatIsNotAllowed() {
        var refused = town.behind().permissions().refused().stream()
                .map(grant -> grant.who() + " " + grant.action() + " " + named(grant.resource()))
                .collect(Collectors.toCollection(TreeSet::new));

        assertEquals(Set.of(), refused);
    }

    /** A key by its name in the template; everything else has it in its ARN. */
    private String named(String resource) {
        return town.behind().template().keys().entrySet().stream()
                .filter(key -> key.getValue().arn().equals(resource))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(resource);
    }
}
