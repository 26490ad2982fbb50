package dev.kept.local.states;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TaskTest {
    private static final String INVOKE = "arn:aws:states:::lambda:invoke";
    private static final String WAITING = "'S':{'Type':'Task','Resource':'" + INVOKE + ".waitForTaskToken',"
            + "'Arguments':{'FunctionName':'${F}','Payload':{'token':'{% $states.context.Task.Token %}'}},";

    private final Bench bench = new Bench();
    private final List<String> tokens = new ArrayList<>();

    @Test
    void aFunctionsAnswerIsTheResult() {
        bench.function("f", (arn, payload) -> Map.of("got", Map.of("id", 7)));

        var done = bench.run(
                "'S':{'Type':'Task','Resource':'${F}','Arguments':{'a':'{% $states.input.a %}'},'TimeoutSeconds':30,"
                        + "'Assign':{'id':'{% $states.result.got.id %}'},'Next':'T'},"
                        + "'T':{'Type':'Pass','Output':['{% $states.input %}','{% $id %}'],'End':true}",
                "{'a':1,'b':2}");

        assertEquals("[{\"got\":{\"id\":7}},7]", done.output());
        assertEquals(List.of("f {\"a\":1}"), bench.calls);
        assertEquals(
                List.of(
                        "ExecutionStarted",
                        "TaskStateEntered",
                        "LambdaFunctionScheduled",
                        "LambdaFunctionStarted",
                        "LambdaFunctionSucceeded",
                        "TaskStateExited"),
                bench.events().subList(0, 6));
        assertEquals(30, bench.details("LambdaFunctionScheduled").get("timeoutInSeconds"));
        assertEquals("{\"a\":1}", bench.details("LambdaFunctionScheduled").get("input"));
    }

    @Test
    void theIntegrationWrapsTheAnswer() {
        bench.function("f", (arn, payload) -> null);

        var done = bench.run(
                "'S':{'Type':'Task','Resource':'" + INVOKE
                        + "','Arguments':{'FunctionName':'${F}','Payload':[1]},'End':true}",
                "{}");

        assertEquals("{\"ExecutedVersion\":\"$LATEST\",\"StatusCode\":200,\"Payload\":null}", done.output());
        assertEquals(List.of("f [1]"), bench.calls);
        assertEquals("invoke", bench.details("TaskScheduled").get("resource"));
        assertEquals("eu-west-3", bench.details("TaskScheduled").get("region"));
        assertEquals("taskSucceededEventDetails", bench.history().get(4).detailsName());
    }

    @Test
    void aFunctionCannotChangeWhatTheWorkflowHolds() {
        bench.function("f", (arn, payload) -> {
            if (payload instanceof HashMap<?, ?> map) {
                map.clear();
            }
            return "done";
        });

        var done = bench.run(
                "'S':{'Type':'Task','Resource':'${F}','Output':'{% $states.input %}','End':true}", "{'kept':true}");

        assertEquals("{\"kept\":true}", done.output());
    }

    @Test
    void aFunctionsFailureCarriesItsTypeAndMessage() {
        failing("dev.kept.system.SystemUnavailable", "system 3");

        var done = bench.run("'S':{'Type':'Task','Resource':'${F}','End':true}", "{}");

        assertEquals("dev.kept.system.SystemUnavailable", done.error());
        assertEquals(
                "{\"errorMessage\":\"system 3\",\"errorType\":\"dev.kept.system.SystemUnavailable\"}", done.cause());
        assertEquals(done.cause(), bench.details("LambdaFunctionFailed").get("cause"));
    }

    @Test
    void aFaultOfTheServiceIsToldInWords() {
        failing("Lambda.ServiceException", "try later");

        assertEquals(
                "try later",
                bench.run("'S':{'Type':'Task','Resource':'${F}','End':true}", "{}")
                        .cause());
    }

    @Test
    void aCallerThatBreaksFailsTheTaskAndIsTold() {
        bench.function("f", (arn, payload) -> {
            throw new IllegalStateException("broken");
        });

        assertEquals(
                "Lambda.Unknown",
                bench.run("'S':{'Type':'Task','Resource':'${F}','End':true}", "{}")
                        .error());
        assertEquals("broken", bench.agenda.failures().get(0).thrown().getMessage());
    }

    @Test
    void aCaughtErrorLeadsOnWithTheErrorOutput() {
        failing("No", "because");

        var done = bench.run(
                "'S':{'Type':'Task','Resource':'${F}','Catch':["
                        + "{'ErrorEquals':['Other'],'Next':'U'},"
                        + "{'ErrorEquals':['States.ALL'],'Assign':{'error':'{% $states.errorOutput.Error %}'},"
                        + "'Output':{'in':'{% $states.input %}'},'Next':'T'}],'Assign':{'never':1},'End':true},"
                        + "'T':{'Type':'Pass','Output':['{% $states.input %}','{% $error %}','{% $exists($never) %}'],'End':true},"
                        + "'U':{'Type':'Succeed'}",
                "{'a':1}");

        assertEquals("[{\"in\":{\"a\":1}},\"No\",false]", done.output());
    }

    @Test
    void withoutAnOutputTheErrorOutputIsTheInputOfTheNextState() {
        failing("No", "because");

        var done = bench.run(
                "'S':{'Type':'Task','Resource':'${F}','Catch':[{'ErrorEquals':['States.TaskFailed'],'Next':'T'}],'End':true},"
                        + "'T':{'Type':'Pass','Output':'{% $parse($states.input.Cause).errorMessage %}','End':true}",
                "{}");

        assertEquals("\"because\"", done.output());
    }

    @Test
    void aCatcherThatFailsItselfFailsTheExecution() {
        failing("No", "because");

        var done = bench.run(
                "'S':{'Type':'Task','Resource':'${F}','Catch':[{'ErrorEquals':['States.ALL'],"
                        + "'Output':'{% $states.input.none %}','Next':'T'}],'End':true},'T':{'Type':'Succeed'}",
                "{}");

        assertEquals("States.QueryEvaluationError", done.error());
        assertEquals("Catch[0]/Output", bench.details("EvaluationFailed").get("location"));
    }

    @Test
    void aRetryWaitsLongerEachTimeAndCounts() {
        failing("No", "because");
        bench.run(
                "'S':{'Type':'Task','Resource':'${F}','Arguments':'{% $states.context.State.RetryCount %}','Retry':["
                        + "{'ErrorEquals':['No'],'IntervalSeconds':10,'BackoffRate':3,'MaxAttempts':3,'MaxDelaySeconds':40}],"
                        + "'End':true}",
                "{}");

        bench.agenda.advance(Duration.ofSeconds(10 + 30 + 39));
        assertEquals(List.of("f 0", "f 1", "f 2"), bench.calls);
        bench.agenda.advance(Duration.ofSeconds(1));

        assertEquals(List.of("f 0", "f 1", "f 2", "f 3"), bench.calls);
        assertEquals("No", bench.describe().error());
        assertEquals(
                1, bench.events().stream().filter("TaskStateEntered"::equals).count());
    }

    @Test
    void eachRetrierCountsForItselfAndAnExhaustedOneGoesOnToTheCatchers() {
        var errors = new ArrayList<>(List.of("A", "B", "C", "B"));
        bench.function("f", (arn, payload) -> {
            throw new FunctionFailed(errors.remove(0), "");
        });
        bench.run(
                "'S':{'Type':'Task','Resource':'${F}','Retry':["
                        + "{'ErrorEquals':['A','B'],'IntervalSeconds':1,'BackoffRate':2,'MaxAttempts':2},"
                        + "{'ErrorEquals':['C'],'IntervalSeconds':5}],"
                        + "'Catch':[{'ErrorEquals':['States.ALL'],'Next':'Z'}],'End':true},'Z':{'Type':'Succeed'}",
                "{}");

        bench.agenda.advance(Duration.ofSeconds(1 + 2 + 5));

        assertEquals(4, bench.calls.size());
        assertEquals(ExecutionStatus.SUCCEEDED, bench.describe().status());
        assertEquals(Bench.START.plusSeconds(8), bench.describe().stopDate());
    }

    @Test
    void jitterShortensTheDelayByChanceOfTheSeed() {
        failing("No", "because");
        bench.run(
                "'S':{'Type':'Task','Resource':'${F}','Retry':[{'ErrorEquals':['States.TaskFailed'],'IntervalSeconds':100,"
                        + "'MaxAttempts':1,'JitterStrategy':'FULL'}],'End':true}",
                "{}");

        bench.agenda.advance(Duration.ofSeconds(100));

        var stop = bench.describe().stopDate();
        assertTrue(stop != null && stop.isBefore(Bench.START.plusSeconds(100)), String.valueOf(stop));
    }

    @Test
    void noAttemptIsMadeAgainWhereMaxAttemptsIsZero() {
        failing("No", "because");
        bench.run(
                "'S':{'Type':'Task','Resource':'${F}','Retry':[{'ErrorEquals':['No'],'MaxAttempts':0},"
                        + "{'ErrorEquals':['States.ALL']}],'End':true}",
                "{}");

        bench.agenda.advance(Duration.ofDays(1));

        assertEquals(1, bench.calls.size());
    }

    @Test
    void anExpressionThatGivesNothingFailsTheStateAndCanBeCaught() {
        var done = bench.run(
                "'S':{'Type':'Task','Resource':'${F}','Arguments':{'a':['{% $states.input.none %}']},'Catch':["
                        + "{'ErrorEquals':['States.QueryEvaluationError'],'Output':'{% $states.errorOutput.Cause %}','Next':'T'}],"
                        + "'End':true},'T':{'Type':'Succeed'}",
                "{}");

        assertEquals(
                "\"An error occurred while executing the state 'S' (entered at the event id #2). The JSONata expression"
                        + " '$states.input.none' specified for the field 'Arguments/a[0]' returned nothing (undefined).\"",
                done.output());
        assertEquals(List.of(), bench.calls);
    }

    @Test
    void aResultThatIsTooLongCannotBeCaughtByTheWildcard() {
        bench.function("f", (arn, payload) -> "x".repeat(256 * 1024));

        var done = bench.run(
                "'S':{'Type':'Task','Resource':'${F}','Catch':[{'ErrorEquals':['States.ALL'],'Next':'T'}],'End':true},"
                        + "'T':{'Type':'Succeed'}",
                "{}");

        assertEquals("States.DataLimitExceeded", done.error());
    }

    @Test
    void aTaskWaitsForItsTokenAndTakesWhatIsSent() {
        keepTokens();
        var waiting = bench.run(WAITING + "'TimeoutSeconds':600,'End':true}", "{}");

        assertEquals(ExecutionStatus.RUNNING, waiting.status());
        bench.agenda.advance(Duration.ofSeconds(599));
        bench.executions.sendTaskSuccess(tokens.get(0), "{\"decision\":\"approve\"}");
        bench.agenda.settle();

        assertEquals("{\"decision\":\"approve\"}", bench.describe().output());
        assertEquals(
                List.of("TaskScheduled", "TaskStarted", "TaskSubmitted", "TaskSucceeded", "TaskStateExited"),
                bench.events().subList(2, 7));
        assertEquals("invoke.waitForTaskToken", bench.details("TaskSubmitted").get("resource"));
    }

    @Test
    void aTokenIsAnsweredOnce() {
        keepTokens();
        bench.run(WAITING + "'End':true}", "{}");
        bench.executions.sendTaskSuccess(tokens.get(0), "1");

        assertThrows(TaskTimedOut.class, () -> bench.executions.sendTaskSuccess(tokens.get(0), "2"));
        bench.agenda.settle();
        assertThrows(TaskTimedOut.class, () -> bench.executions.sendTaskFailure(tokens.get(0), "E", null));
        assertThrows(TaskTimedOut.class, () -> bench.executions.sendTaskHeartbeat(tokens.get(0)));
        assertEquals("1", bench.describe().output());
    }

    @Test
    void aTokenThatNobodyGaveOutIsRefused() {
        keepTokens();
        bench.run(WAITING + "'End':true}", "{}");
        var token = tokens.get(0);
        var other = token.substring(0, token.length() - 4) + "AAAA";

        assertThrows(InvalidToken.class, () -> bench.executions.sendTaskSuccess("no token", "1"));
        assertThrows(TaskDoesNotExist.class, () -> bench.executions.sendTaskSuccess(other, "1"));
        assertThrows(InvalidOutput.class, () -> bench.executions.sendTaskSuccess(token, "{"));
        assertEquals("InvalidToken", new InvalidToken().code());
    }

    @Test
    void aSentFailureFailsTheTask() {
        keepTokens();
        bench.run(WAITING + "'End':true}", "{}");

        bench.executions.sendTaskFailure(tokens.get(0), "Refused", "by staff");
        bench.agenda.settle();

        assertEquals("Refused", bench.describe().error());
        assertEquals("by staff", bench.describe().cause());
        assertEquals("Refused", bench.details("TaskFailed").get("error"));
    }

    @Test
    void aTaskThatIsNotAnsweredInTimeTimesOutAndGetsANewTokenWhenTriedAgain() {
        keepTokens();
        bench.run(
                WAITING
                        + "'TimeoutSeconds':'{% 10 * 6 %}','Retry':[{'ErrorEquals':['States.Timeout'],'MaxAttempts':1}],"
                        + "'End':true}",
                "{}");

        bench.agenda.advance(Duration.ofSeconds(61));
        assertThrows(TaskTimedOut.class, () -> bench.executions.sendTaskSuccess(tokens.get(0), "1"));
        bench.executions.sendTaskSuccess(tokens.get(1), "2");
        bench.agenda.settle();

        assertEquals("2", bench.describe().output());
        assertEquals(1, bench.events().stream().filter("TaskTimedOut"::equals).count());
    }

    @Test
    void heartbeatsKeepATaskAliveUntilTheyStop() {
        keepTokens();
        bench.run(
                WAITING
                        + "'HeartbeatSeconds':10,'TimeoutSeconds':600,'Catch':[{'ErrorEquals':['States.HeartbeatTimeout'],"
                        + "'Next':'T'}],'End':true},'T':{'Type':'Succeed'}",
                "{}");

        for (int i = 0; i < 3; i++) {
            bench.agenda.advance(Duration.ofSeconds(9));
            bench.executions.sendTaskHeartbeat(tokens.get(0));
        }
        bench.agenda.advance(Duration.ofSeconds(9));
        assertEquals(ExecutionStatus.RUNNING, bench.describe().status());
        bench.agenda.advance(Duration.ofSeconds(1));

        assertEquals(
                "{\"Error\":\"States.Timeout\",\"Cause\":\"\"}",
                bench.describe().output());
        assertEquals("States.Timeout", bench.details("TaskTimedOut").get("error"));
    }

    @Test
    void aFunctionMayAnswerItsOwnTokenBeforeItReturns() {
        bench.function("f", (arn, payload) -> {
            bench.executions.sendTaskSuccess(tokenIn(payload), "\"early\"");
            return "ignored";
        });

        assertEquals(
                "\"early\"",
                bench.run(WAITING + "'TimeoutSeconds':9,'End':true}", "{}").output());
    }

    @Test
    void aFunctionThatFailsFailsItsWaitingTask() {
        failing("No", "because");

        assertEquals("No", bench.run(WAITING + "'End':true}", "{}").error());
    }

    @Test
    void interferenceCanFailRepeatAndLoseACall() {
        var fates = new ArrayList<>(List.of("fail", "repeat", "lose", "spoil", "none"));
        var disturbed = new Bench(7, new Interference() {
            @Override
            public int before(FunctionCall call) throws FunctionFailed {
                if (fates.get(0).equals("fail")) {
                    fates.remove(0);
                    throw new FunctionFailed("Lambda.TooManyRequestsException", "slow down");
                }
                return fates.get(0).equals("repeat") ? 2 : 1;
            }

            @Override
            public boolean after(FunctionCall call) throws FunctionFailed {
                var fate = fates.remove(0);
                if (fate.equals("spoil")) {
                    throw new FunctionFailed("Lambda.SdkClientException", "connection reset");
                }
                return !fate.equals("lose");
            }
        });
        disturbed.function("f", (arn, payload) -> "done " + payload);

        disturbed.run(
                "'S':{'Type':'Task','Resource':'${F}','TimeoutSeconds':30,'Arguments':'a','Retry':[{'ErrorEquals':['States.ALL'],"
                        + "'MaxAttempts':9}],'Next':'T'},"
                        + "'T':{'Type':'Task','Resource':'${F}','TimeoutSeconds':30,'Arguments':'b','Retry':[{'ErrorEquals':['States.ALL'],"
                        + "'MaxAttempts':9}],'End':true}",
                "{}");
        disturbed.agenda.advance(Duration.ofHours(1));

        assertEquals("\"done b\"", disturbed.describe().output());
        assertEquals(List.of("f \"a\"", "f \"a\"", "f \"b\"", "f \"b\"", "f \"b\""), disturbed.calls);
        assertEquals(
                1,
                disturbed.events().stream()
                        .filter("LambdaFunctionTimedOut"::equals)
                        .count());
        assertEquals(
                2,
                disturbed.events().stream()
                        .filter("LambdaFunctionFailed"::equals)
                        .count());
        assertNull(disturbed.describe().error());
    }

    private void failing(String error, String message) {
        bench.function("f", (arn, payload) -> {
            throw new FunctionFailed(error, message);
        });
    }

    private void keepTokens() {
        bench.function("f", (arn, payload) -> {
            tokens.add(tokenIn(payload));
            return null;
        });
    }

    private static String tokenIn(@Nullable Object payload) {
        return payload instanceof Map<?, ?> map ? String.valueOf(map.get("token")) : "";
    }
}
