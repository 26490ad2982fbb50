package dev.kept.scenario;

import dev.kept.Clients;
import dev.kept.local.SampleCompany;
import dev.kept.local.StackFile;
import dev.kept.local.aws.LocalCredentials;
import dev.kept.policy.Policy;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.ExecutionListItem;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;
import software.amazon.awssdk.services.sfn.model.HistoryEventType;
import software.amazon.awssdk.services.sfn.model.SfnException;

/** A stack on LocalStack that is up. Its time is the world's: what falls due at once is waited for, and no more. */
final class StackRun implements RunningSystem {
    private static final int SERVER_ERROR = 500;

    /** How an execution's history ends while it waits for a person or for time. */
    private static final Set<String> WAITING =
            Set.of(HistoryEventType.TASK_SUBMITTED.toString(), HistoryEventType.WAIT_STATE_ENTERED.toString());

    /** How it ends when nothing follows. */
    private static final Set<String> OVER = Set.of(
            HistoryEventType.EXECUTION_SUCCEEDED.toString(),
            HistoryEventType.EXECUTION_FAILED.toString(),
            HistoryEventType.EXECUTION_ABORTED.toString(),
            HistoryEventType.EXECUTION_TIMED_OUT.toString());

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final StackFile stack;
    private final Duration longestWait;
    private final SampleCompany company;
    private final Policy policy;
    private final SfnClient workflows;
    private final StackEndpoint endpoint;
    private final S3Client objects;
    private final Mishaps mishaps;
    /** The executions of this scenario's requests that may still go on: scenarios run side by side. */
    private final Set<String> executions = ConcurrentHashMap.newKeySet();

    StackRun(Path file) {
        stack = StackFile.read(file);
        longestWait = Duration.ofSeconds(stack.longestWaitSeconds());
        company = SampleCompany.of(stack);
        policy = Policy.load(stack.policy());
        workflows = at(SfnClient.builder()).build();
        endpoint = new StackEndpoint(stack.endpoint());
        objects = at(Clients.plain(S3Client.builder())).build();
        mishaps = new StackMishaps(endpoint);
        running().forEach(this::stop);
    }

    private StackRun(StackRun other) {
        stack = other.stack;
        longestWait = other.longestWait;
        company = other.company;
        policy = other.policy;
        workflows = other.workflows;
        endpoint = other.endpoint;
        objects = other.objects;
        mishaps = new StackMishaps(endpoint);
    }

    private <B extends AwsSyncClientBuilder<B, ?> & AwsClientBuilder<B, ?>> B at(B builder) {
        return builder.endpointOverride(stack.endpoint())
                .region(LocalCredentials.REGION)
                .credentialsProvider(LocalCredentials.provider())
                .httpClientBuilder(UrlConnectionHttpClient.builder());
    }

    @Override
    public URI address() {
        return stack.address();
    }

    @Override
    public RunningSystem nextScenario() {
        return new StackRun(this);
    }

    @Override
    public void asked(String requestId) {
        Passage.execution(workflows, machines(), requestId).ifPresent(executions::add);
    }

    @Override
    public void end() {
        endpoint.lastEvents(executions, Set.of(), Duration.ZERO).forEach((execution, last) -> {
            if (!OVER.contains(last)) {
                stop(execution);
            }
        });
        executions.clear();
    }

    private void stop(String execution) {
        try {
            workflows.stopExecution(stop -> stop.executionArn(execution));
        } catch (SfnException neverBegun) {
            // LocalStack cannot stop what it has not begun to carry out
            if (neverBegun.statusCode() != SERVER_ERROR) {
                throw neverBegun;
            }
        }
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
    public Mishaps mishaps() {
        return mishaps;
    }

    @Override
    public S3Client objects() {
        return objects;
    }

    @Override
    public String answersBucket() {
        return stack.settings().get("ANSWERS_BUCKET");
    }

    @Override
    public Instant now() {
        return Instant.now();
    }

    @Override
    public void advance(Duration duration) {
        if (duration.compareTo(Duration.ofMinutes(1)) > 0) {
            throw new IllegalStateException("time cannot be moved here: mark the scenario @OnlyLocally");
        }
        // what is tried again within the minute counts as running until then
        pause(duration.isZero() ? Duration.ZERO : Duration.ofSeconds(1));
        await(Set.copyOf(executions));
    }

    /** Comes back when all these executions are over or wait for something. */
    private void await(Collection<String> awaited) {
        if (awaited.isEmpty()) {
            return;
        }
        var quiet = Stream.concat(WAITING.stream(), OVER.stream()).toList();
        endpoint.lastEvents(awaited, quiet, PATIENCE).forEach((execution, last) -> {
            if (OVER.contains(last)) {
                executions.remove(execution);
            }
        });
    }

    @Override
    public void letThemLookAgain() {
        pause(longestWait.plusSeconds(1));
        advance(Duration.ZERO);
    }

    @Override
    public void fire(String function, Duration later) {
        var before = running().toList();
        endpoint.invoke(
                stack.resources().get(function),
                Map.of("time", now().plus(later).toString()));
        // a schedule goes on with anybody's requests
        var begun = running().filter(execution -> !before.contains(execution));
        await(Stream.concat(begun, executions.stream()).distinct().toList());
    }

    @Override
    public Passage passage(String requestId) {
        return Passage.of(workflows, machines(), requestId);
    }

    private Stream<String> running() {
        return machines().stream()
                .flatMap(arn -> workflows
                        .listExecutionsPaginator(
                                list -> list.stateMachineArn(arn).statusFilter(ExecutionStatus.RUNNING))
                        .executions()
                        .stream())
                .map(ExecutionListItem::executionArn);
    }

    /** The ARNs of all workflows: the settings that name one. */
    private List<String> machines() {
        return stack.settings().entrySet().stream()
                .filter(setting -> setting.getKey().endsWith("_WORKFLOW_ARN"))
                .map(Map.Entry::getValue)
                .toList();
    }

    private static void pause(Duration duration) {
        try {
            Thread.sleep(duration.toMillis());
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
