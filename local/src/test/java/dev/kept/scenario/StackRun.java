package dev.kept.scenario;

import dev.kept.local.SampleCompany;
import dev.kept.local.StackFile;
import dev.kept.local.aws.LocalCredentials;
import dev.kept.policy.Policy;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.ExecutionListItem;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;
import software.amazon.awssdk.services.sfn.model.HistoryEventType;

/** A stack on LocalStack that is up. Its time is the world's: what falls due at once is waited for, and no more. */
final class StackRun implements RunningSystem {
    /** How an execution's history ends while it waits for a person or for time. */
    private static final Set<HistoryEventType> WAITING =
            Set.of(HistoryEventType.TASK_SUBMITTED, HistoryEventType.WAIT_STATE_ENTERED);

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final StackFile stack;
    private final SampleCompany company;
    private final Policy policy;
    private final SfnClient workflows;

    StackRun(Path file) {
        stack = StackFile.read(file);
        company = SampleCompany.of(stack);
        policy = Policy.load(stack.policy());
        workflows = SfnClient.builder()
                .endpointOverride(stack.endpoint())
                .region(LocalCredentials.REGION)
                .credentialsProvider(LocalCredentials.provider())
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }

    @Override
    public URI address() {
        return stack.address();
    }

    @Override
    public Policy policy() {
        return policy;
    }

    @Override
    public SampleCompany company() {
        return company;
    }

    @Override
    public Instant now() {
        return Instant.now();
    }

    @Override
    public void advance(String duration) {
        if (!Duration.parse(duration).isZero()) {
            throw new IllegalStateException("time cannot be moved here: mark the scenario @OnlyLocally");
        }
        // twice quiet: between a token that was given back and the next state there is a moment that looks so
        var end = Instant.now().plus(PATIENCE);
        for (var quiet = 0; quiet < 2 && Instant.now().isBefore(end); ) {
            quiet = somethingRuns() ? 0 : quiet + 1;
            pause();
        }
    }

    private boolean somethingRuns() {
        var arn = stack.settings().get("ANSWER_ACCESS_WORKFLOW_ARN");
        return workflows
                .listExecutionsPaginator(list -> list.stateMachineArn(arn).statusFilter(ExecutionStatus.RUNNING))
                .executions()
                .stream()
                .anyMatch(this::runs);
    }

    private boolean runs(ExecutionListItem execution) {
        var last = workflows
                .getExecutionHistory(history -> history.executionArn(execution.executionArn())
                        .reverseOrder(true)
                        .maxResults(1))
                .events();
        return last.isEmpty() || !WAITING.contains(last.get(0).type());
    }

    private static void pause() {
        try {
            Thread.sleep(150);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    @Override
    public int firstPerson() {
        return (int) (Instant.now().getEpochSecond() % 700_000);
    }
}
