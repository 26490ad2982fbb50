package dev.kept.ledger;

import static dev.kept.ledger.LocalProof.NOW;
import static dev.kept.ledger.LocalProof.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.jwk.JWKSet;
import dev.kept.http.Call;
import dev.kept.http.Json;
import dev.kept.http.ProblemFound;
import dev.kept.http.Reply;
import dev.kept.step.Step;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProofTest {
    private final LocalProof local = new LocalProof();

    @BeforeEach
    void newLedger(TestInfo test) {
        local.newLedger(test.getTestMethod().orElseThrow().getName());
    }

    @AfterAll
    void stop() {
        local.close();
    }

    @Test
    void aReceiptIsSignedKeptAndEnteredInTheLedgerOnce() {
        append(3);
        var before = local.wiring().ledger().head();

        var issued = local.wiring().receipts().issue(content("r-1", "deletion"));
        var again = local.wiring().receipts().issue(content("r-1", "access"));

        assertEquals(issued, again);
        assertEquals(
                Optional.of(issued.signed()), local.wiring().issuedReceipts().find("r-1"));
        assertEquals(4, local.wiring().ledger().head().seq());
        var receipt = Statement.verify(
                        issued.signed(),
                        Receipts.TYPE,
                        local.wiring().publicKeys().all())
                .payload();
        assertEquals("https://kept.example", receipt.get("iss"));
        assertEquals(Map.of("id", "r-1", "kind", "deletion"), receipt.get("request"));
        assertEquals("2026-12-22T23:00:00Z", receipt.get("strictDue"));
        assertEquals(before.hash(), Json.child(receipt, "ledger").get("hash"));
        assertEquals(
                Map.of(
                        "id", "crm",
                        "outcome", "withheld",
                        "found", Map.of("invoice", 2),
                        "left", Map.of("invoice", 2),
                        "reason", "LEGAL-OBLIGATION",
                        "until", "2036-11-22T10:15:30Z"),
                Json.list(receipt, "systems").get(1));
    }

    @Test
    void aStepThatDiedBeforeTheLedgerKnewIsFinished() {
        var issued = local.wiring().receipts().issue(content("r-1", "deletion"));
        var bucket = local.settings.getOrDefault("EVIDENCE_BUCKET", "");
        local.newLedger("aStepThatDied");
        local.settings.put("EVIDENCE_BUCKET", bucket);

        var again = local.wiring().receipts().issue(content("r-1", "deletion"));

        assertEquals(issued.signed(), again.signed());
        var details = Json.child(local.wiring().ledger().entries(0, 1).get(0).tree(), "details");
        assertEquals(issued.hash(), details.get("receipt"));
    }

    @Test
    void whatIsInTheBucketIsNeverWrittenAgain() {
        var bucket = local.bucket();

        assertTrue(bucket.add("receipts/r-1.jws", "first"));
        assertFalse(bucket.add("receipts/r-1.jws", "second"));
        assertEquals(Optional.of("first"), bucket.find("receipts/r-1.jws"));
        assertEquals(Optional.empty(), bucket.lastKey("ledger/kept/"));
    }

    @Test
    void aReceiptThatWasNeverIssuedIsAbsent() {
        assertEquals(Optional.empty(), local.wiring().issuedReceipts().find("r-2"));
        assertEquals(Optional.empty(), local.wiring().issuedReceipts().find("../ledger/kept/1"));
    }

    @Test
    void aCheckpointIsSignedWhereSomethingWasAdded() {
        append(3);

        assertEquals(Map.of("seq", 3L, "verified", 3L, "new", true), checkpoint(Map.of()));
        assertEquals(Map.of("seq", 3L, "verified", 0L, "new", false), checkpoint(Map.of()));
        local.wiring().ledger().append(entry("more"));
        assertEquals(Map.of("seq", 4L, "verified", 1L, "new", true), checkpoint(Map.of()));
        assertEquals(Map.of("seq", 4L, "verified", 4L, "new", false), checkpoint(Map.of("extent", "whole")));
        assertEquals(
                List.of("ledger/kept/0000000000000000003.jws", "ledger/kept/0000000000000000004.jws"),
                local.evidence());
    }

    @Test
    void nothingIsSignedWhenTheLedgerWasTamperedWith() {
        append(3);
        checkpoint(Map.of());
        append(5);
        local.tamper(4, Ledger.ENTRY, "{\"seq\":4}");

        assertThrows(LedgerMismatch.class, () -> checkpoint(Map.of()));
        assertEquals(1, local.evidence().size());
        assertEquals(4, verification().get("brokenAt"));
        assertEquals(false, verification().get("intact"));
    }

    @Test
    void whatACheckpointVouchedForCannotBeCutOff() {
        append(5);
        checkpoint(Map.of());
        local.remove(5);

        assertThrows(LedgerMismatch.class, () -> checkpoint(Map.of()));
        assertEquals(5, verification().get("brokenAt"));
    }

    @Test
    void aCheckpointThatWasForgedIsNotBelieved() {
        append(2);
        checkpoint(Map.of());
        local.overwrite("ledger/kept/0000000000000000002.jws", "a.b.c");

        assertThrows(LedgerMismatch.class, () -> checkpoint(Map.of()));
        assertEquals(2, verification().get("entries"));
        assertEquals(false, verification().get("intact"));
    }

    @Test
    void anIntactLedgerIsSaidToBe() {
        assertEquals(Map.of("entries", 0, "intact", true), withoutCheckpoint(verification()));
        append(3);
        checkpoint(Map.of());
        append(4);

        var said = verification();

        assertEquals(Map.of("entries", 4, "intact", true), withoutCheckpoint(said));
        var shown = Json.child(said, "checkpoint");
        assertEquals(3, shown.get("seq"));
        assertEquals(
                3,
                Statement.verify(String.valueOf(shown.get("signed")), Checkpoint.TYPE, keys())
                        .payload()
                        .get("seq"));
    }

    @Test
    void theNumberToListAfterHasToBeOne() {
        assertThrows(ProblemFound.class, () -> list("-1"));
        assertThrows(ProblemFound.class, () -> list("1 OR 1"));
    }

    @Test
    void whatTheFunctionsGiveOutIsVerifiedOfflineThroughAChangeOfKeys(@TempDir Path folder) throws Exception {
        append(210);
        var receipt =
                local.wiring().receipts().issue(content("r-1", "deletion")).signed();
        checkpoint(Map.of());
        var oldKeys = new ShowKeysHandler(local.wiring()).answer(call(Map.of())).body();
        local.settings.put("SIGNING_KEY_ID", LocalProof.NEW_KEY);
        local.settings.put("RETIRED_KEYS", oldKeys);
        append(212);
        checkpoint(Map.of());

        var first = list("0").body();
        var next = String.valueOf(Json.object(first).get("next"));
        Files.writeString(folder.resolve("ledger-1.json"), first);
        Files.writeString(folder.resolve("ledger-2.json"), list(next).body());
        Files.writeString(folder.resolve("receipt.jws"), receipt);
        Files.writeString(
                folder.resolve("checkpoint.jws"),
                String.valueOf(Json.child(verification(), "checkpoint").get("signed")));
        Files.writeString(
                folder.resolve("jwks.json"),
                new ShowKeysHandler(local.wiring()).answer(call(Map.of())).body());

        assertEquals("200", next);
        var said = verify(folder);
        assertTrue(said.contains("ledger*.json: 212 entries"), said);
        assertTrue(said.contains("checkpoint.jws: the ledger passes through the entry 212"), said);
        assertTrue(said.contains("receipt.jws: the ledger's entry 211 says that it was issued"), said);
        assertTrue(said.contains("Verified: "), said);
    }

    private void append(int upTo) {
        var ledger = local.wiring().ledger();
        for (var seq = ledger.head().seq() + 1; seq <= upTo; seq++) {
            ledger.append(entry("e" + seq));
        }
    }

    private Map<String, Object> checkpoint(Map<String, Object> input) {
        return new CheckpointLedgerHandler(local.wiring()).run(new Step(input));
    }

    private Map<String, Object> verification() {
        return Json.object(
                new VerifyLedgerHandler(local.wiring()).answer(call(Map.of())).body());
    }

    private static Map<String, Object> withoutCheckpoint(Map<String, Object> said) {
        var rest = new HashMap<>(said);
        rest.remove("checkpoint");
        return rest;
    }

    private Reply list(String after) {
        return new ListLedgerHandler(local.wiring()).answer(call(Map.of("after", after)));
    }

    private JWKSet keys() {
        return local.wiring().publicKeys().all();
    }

    private static String verify(Path folder) {
        var printed = new ByteArrayOutputStream();
        VerifyEvidence.verify(folder, new PrintStream(printed, true, StandardCharsets.UTF_8));
        return printed.toString(StandardCharsets.UTF_8);
    }

    private static Call call(Map<String, String> query) {
        return new Call("GET", "/", Map.of(), query, Map.of(), "", "call-1", "", Map.of("role", "auditor"));
    }

    private static ReceiptContent content(String requestId, String kind) {
        var due = NOW.plus(Duration.ofDays(30)).truncatedTo(ChronoUnit.DAYS);
        return new ReceiptContent(
                requestId,
                kind,
                "faveo-helpdesk",
                "2026-01",
                new ReceiptContent.Times(NOW, NOW, due.plus(Duration.ofHours(23)), due.plus(Duration.ofDays(2))),
                List.of(
                        new SystemOutcome("helpdesk", Outcome.ERASED, Map.of("message", 12)),
                        new SystemOutcome(
                                "crm",
                                Outcome.WITHHELD,
                                Map.of("invoice", 2),
                                Map.of("invoice", 2),
                                Optional.of("LEGAL-OBLIGATION"),
                                Optional.of(NOW.plus(Duration.ofDays(3653))))),
                Optional.empty(),
                List.of(ReceiptContent.decider("approver", "agnes"), ReceiptContent.decider("dpo", "bruno")));
    }
}
