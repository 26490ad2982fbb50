package dev.kept.scenario;

import dev.kept.local.Kept;
import dev.kept.local.SampleCompany;
import dev.kept.local.aws.LocalCredentials;
import dev.kept.local.states.ExecutionStatus;
import dev.kept.local.template.StateMachine;
import dev.kept.policy.Policy;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sfn.SfnClient;

/** The local run, in this process: its clock is moved as anybody can move it. */
final class LocalRun implements RunningSystem {
    /** The longest that a workflow waits, as the template has it where nobody says otherwise. */
    private static final Duration LONGEST_WAIT = Duration.ofDays(1);

    private final Kept kept;
    private final Mishaps mishaps;
    private final Client client;
    private final SfnClient workflows;

    LocalRun(Kept kept, Mishaps mishaps) {
        this.kept = kept;
        this.mishaps = mishaps;
        client = new Client(kept.address());
        workflows = SfnClient.builder()
                .endpointOverride(kept.aws())
                .region(LocalCredentials.REGION)
                .credentialsProvider(LocalCredentials.provider())
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }

    Kept kept() {
        return kept;
    }

    @Override
    public URI address() {
        return kept.address();
    }

    @Override
    public RunningSystem nextScenario() {
        kept.executions().all().stream()
                .filter(execution -> execution.status() == ExecutionStatus.RUNNING)
                .forEach(execution -> kept.executions().stop(execution.executionArn(), null, null));
        return this;
    }

    @Override
    public void asked(String requestId) {}

    @Override
    public void end() {}

    @Override
    public Policy policy() {
        return kept.policy();
    }

    @Override
    public SampleCompany company() {
        return kept.company();
    }

    @Override
    public Mishaps mishaps() {
        return mishaps;
    }

    @Override
    public S3Client objects() {
        return kept.objects();
    }

    @Override
    public String answersBucket() {
        return kept.template().buckets().get("AnswersBucket").name();
    }

    @Override
    public Instant now() {
        return Instant.parse(client.get("/_local/clock").text("now"));
    }

    @Override
    public void advance(Duration duration) {
        var answered = client.post("/_local/clock", Map.of("advance", duration.toString()));
        if (answered.status() != 200) {
            throw new IllegalStateException(answered.toString());
        }
    }

    @Override
    public void letThemLookAgain() {
        advance(LONGEST_WAIT);
    }

    @Override
    public void fire(String function, Duration later) {
        advance(later);
    }

    @Override
    public Passage passage(String requestId) {
        var machines = kept.template().stateMachines().values().stream()
                .map(StateMachine::arn)
                .toList();
        return Passage.of(workflows, machines, requestId);
    }

    @Override
    public int firstPerson() {
        return 0;
    }
}
