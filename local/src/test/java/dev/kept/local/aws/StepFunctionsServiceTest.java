package dev.kept.local.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionAlreadyExistsException;
import software.amazon.awssdk.services.sfn.model.ExecutionDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.ExecutionListItem;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;
import software.amazon.awssdk.services.sfn.model.HistoryEventType;
import software.amazon.awssdk.services.sfn.model.InvalidArnException;
import software.amazon.awssdk.services.sfn.model.InvalidExecutionInputException;
import software.amazon.awssdk.services.sfn.model.InvalidNameException;
import software.amazon.awssdk.services.sfn.model.InvalidOutputException;
import software.amazon.awssdk.services.sfn.model.StateMachineDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.TaskDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.TaskTimedOutException;

class StepFunctionsServiceTest {
    private final OneStepEngine engine = new OneStepEngine();
    private final AwsEndpoint endpoint = AwsEndpoint.start(new StepFunctionsService(engine));
    private final SfnClient client = SfnClient.builder()
            .endpointOverride(endpoint.endpoint())
            .region(LocalCredentials.REGION)
            .credentialsProvider(LocalCredentials.provider())
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .build();

    @AfterEach
    void stop() {
        client.close();
        endpoint.close();
    }

    @Test
    void anExecutionIsStartedAndDescribed() {
        String arn = start("r-1");

        DescribeExecutionResponse described = client.describeExecution(ask -> ask.executionArn(arn));

        assertEquals(ExecutionStatus.RUNNING, described.status());
        assertEquals("r-1", described.name());
        assertEquals("{\"requestId\":\"r-1\"}", described.input());
        assertEquals(OneStepEngine.STARTED, described.startDate());
    }

    @Test
    void theErrorsOfTheEngineAreTyped() {
        start("r-1");

        assertThrows(
                ExecutionAlreadyExistsException.class,
                () -> client.startExecution(ask ->
                        ask.stateMachineArn(OneStepEngine.MACHINE).name("r-1").input("{}")));
        assertThrows(
                StateMachineDoesNotExistException.class,
                () -> client.startExecution(ask -> ask.stateMachineArn("arn:aws:states:x:0:stateMachine:none")));
        assertThrows(
                ExecutionDoesNotExistException.class,
                () -> client.describeExecution(ask -> ask.executionArn("arn:aws:states:x:0:execution:none:none")));
        assertThrows(
                TaskDoesNotExistException.class,
                () -> client.sendTaskSuccess(send -> send.taskToken("none").output("{}")));
        assertThrows(TaskTimedOutException.class, () -> client.sendTaskHeartbeat(send -> send.taskToken("late")));
    }

    @Test
    void badInputIsRefusedBeforeTheEngineSeesIt() {
        assertThrows(InvalidNameException.class, () -> start("a/b"));
        assertThrows(InvalidNameException.class, () -> start("n".repeat(81)));
        assertThrows(
                InvalidExecutionInputException.class,
                () -> client.startExecution(
                        ask -> ask.stateMachineArn(OneStepEngine.MACHINE).input("{nothing")));
        assertThrows(InvalidArnException.class, () -> client.describeExecution(ask -> ask.executionArn("r-1")));
        start("r-1");
        assertThrows(
                InvalidOutputException.class,
                () -> client.sendTaskSuccess(send -> send.taskToken("r-1").output("nothing")));
        assertEquals(1, engine.list(OneStepEngine.MACHINE).size());
    }

    @Test
    void aTaskIsAnswered() {
        String first = start("r-1");
        String second = start("r-2");

        client.sendTaskHeartbeat(send -> send.taskToken("r-1"));
        client.sendTaskSuccess(send -> send.taskToken("r-1").output("{\"done\":true}"));
        client.sendTaskFailure(send -> send.taskToken("r-2").error("Gone").cause("why"));

        assertEquals(
                "{\"done\":true}",
                client.describeExecution(ask -> ask.executionArn(first)).output());
        DescribeExecutionResponse failed = client.describeExecution(ask -> ask.executionArn(second));
        assertEquals(ExecutionStatus.FAILED, failed.status());
        assertEquals("Gone", failed.error());
        assertEquals("why", failed.cause());
    }

    @Test
    void anExecutionIsStopped() {
        String arn = start("r-1");

        assertEquals(
                OneStepEngine.STOPPED,
                client.stopExecution(stop -> stop.executionArn(arn).error("Withdrawn"))
                        .stopDate());
        assertEquals(
                ExecutionStatus.ABORTED,
                client.describeExecution(ask -> ask.executionArn(arn)).status());
    }

    @Test
    void executionsAreListedByStatusAndInPages() {
        List.of("r-1", "r-2", "r-3").forEach(this::start);
        client.sendTaskSuccess(send -> send.taskToken("r-2").output("{}"));

        List<String> running = client
                .listExecutionsPaginator(ask -> ask.stateMachineArn(OneStepEngine.MACHINE)
                        .statusFilter(ExecutionStatus.RUNNING)
                        .maxResults(1))
                .executions()
                .stream()
                .map(ExecutionListItem::name)
                .toList();

        assertEquals(List.of("r-3", "r-1"), running);
    }

    @Test
    void aHistoryIsReadWithItsDetails() {
        String arn = start("r-1");

        List<HistoryEvent> events =
                client.getExecutionHistory(ask -> ask.executionArn(arn)).events();
        List<HistoryEvent> backwards = client.getExecutionHistory(
                        ask -> ask.executionArn(arn).reverseOrder(true))
                .events();

        assertEquals(
                List.of(
                        HistoryEventType.EXECUTION_STARTED,
                        HistoryEventType.TASK_STATE_ENTERED,
                        HistoryEventType.TASK_SCHEDULED),
                events.stream().map(HistoryEvent::type).toList());
        assertEquals("Gather", events.get(1).stateEnteredEventDetails().name());
        assertEquals("lambda", events.get(2).taskScheduledEventDetails().resourceType());
        assertEquals(events.get(2), backwards.get(0));
    }

    @Test
    void executionsStartedAtOnceAreAllThere() {
        Map<String, String> started = new ConcurrentHashMap<>();
        IntStream.range(0, 100).parallel().forEach(number -> started.put("r-" + number, start("r-" + number)));

        started.forEach((name, arn) -> assertEquals(
                name, client.describeExecution(ask -> ask.executionArn(arn)).name()));
        assertEquals(100, started.size());
    }

    private String start(String name) {
        return client.startExecution(ask ->
                        ask.stateMachineArn(OneStepEngine.MACHINE).name(name).input("{\"requestId\":\"" + name + "\"}"))
                .executionArn();
    }
}
