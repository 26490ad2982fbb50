package dev.kept.local.states;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kept.local.time.Agenda;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExecutionsTest {
    private static final String WAIT_A_DAY = "'S':{'Type':'Wait','Seconds':86400,'End':true}";

    private final Bench bench = new Bench();

    @Test
    void aSecondStartWithTheSameNameAndInputIsTheFirstWhileItRuns() {
        var first = bench.run(WAIT_A_DAY, "{}");

        bench.agenda.advance(Duration.ofHours(1));
        var second = bench.start("{}");

        assertEquals(first, second);
        assertEquals(1, bench.executions.all().size());
    }

    @Test
    void anotherInputUnderTheSameNameIsRefused() {
        bench.run(WAIT_A_DAY, "{}");

        assertThrows(ExecutionAlreadyExists.class, () -> bench.start("{'a':1}"));
    }

    @Test
    void aNameStaysTakenForNinetyDaysAfterItsExecutionClosed() {
        bench.run(WAIT_A_DAY, "{}");
        bench.agenda.advance(Duration.ofDays(1));

        assertThrows(ExecutionAlreadyExists.class, () -> bench.start("{}"));
        bench.agenda.advance(Duration.ofDays(90).minusMillis(1));
        assertEquals(ExecutionStatus.SUCCEEDED, bench.describe().status());
        bench.agenda.advance(Duration.ofMillis(1));

        assertThrows(ExecutionDoesNotExist.class, bench::describe);
        assertEquals(0, bench.agenda.waiting());
        assertEquals(ExecutionStatus.RUNNING, bench.start("{}").status());
    }

    @Test
    void theTokensOfAForgottenExecutionAreForgotten() {
        var tokens = new ArrayList<String>();
        bench.function("f", (arn, payload) -> {
            tokens.add(String.valueOf(payload));
            return null;
        });
        bench.run(
                "'S':{'Type':'Task','Resource':'arn:aws:states:::lambda:invoke.waitForTaskToken','Arguments':"
                        + "{'FunctionName':'${F}','Payload':'{% $states.context.Task.Token %}'},'End':true}",
                "{}");
        bench.executions.stop(Bench.arn(), null, null);

        assertThrows(TaskTimedOut.class, () -> bench.executions.sendTaskHeartbeat(tokens.get(0)));
        bench.agenda.advance(Duration.ofDays(90));

        assertThrows(TaskDoesNotExist.class, () -> bench.executions.sendTaskHeartbeat(tokens.get(0)));
    }

    @Test
    void whatCannotBeStartedIsRefused() {
        bench.load(WAIT_A_DAY);
        var executions = bench.executions;

        assertThrows(StateMachineDoesNotExist.class, () -> executions.start("arn:none", "run", "{}"));
        assertThrows(InvalidExecutionInput.class, () -> executions.start(Bench.MACHINE, "run", "{"));
        assertThrows(InvalidExecutionInput.class, () -> executions.start(Bench.MACHINE, "run", "{} {}"));
        assertThrows(
                InvalidExecutionInput.class,
                () -> executions.start(Bench.MACHINE, "run", "\"" + "x".repeat(Json.LIMIT) + "\""));
        assertThrows(InvalidName.class, () -> executions.start(Bench.MACHINE, "a b", "{}"));
        assertThrows(InvalidName.class, () -> executions.start(Bench.MACHINE, "x".repeat(81), "{}"));
        assertEquals(List.of(), executions.all());
    }

    @Test
    void withoutANameItGetsOne() {
        bench.load(WAIT_A_DAY);

        var first = bench.executions.start(Bench.MACHINE, null, "{}");
        var second = bench.executions.start(Bench.MACHINE, null, "{}");

        assertNotEquals(first.name(), second.name());
        assertTrue(
                first.name().matches("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"),
                first.name());
    }

    @Test
    void executionsAreListedTheLastOneFirst() {
        bench.load(WAIT_A_DAY);
        for (var name : List.of("one", "two", "three")) {
            bench.executions.start(Bench.MACHINE, name, "{}");
        }
        bench.executions.stop(Bench.arn().replace(":run", ":two"), null, null);

        assertEquals(
                List.of("three", "two", "one"),
                bench.executions.list(Bench.MACHINE, null).stream()
                        .map(ExecutionDescription::name)
                        .toList());
        assertEquals(
                1, bench.executions.list(Bench.MACHINE, ExecutionStatus.ABORTED).size());
    }

    @Test
    void aStoppedExecutionDoesNothingMore() {
        bench.run(WAIT_A_DAY, "{}");

        var stopped = bench.executions.stop(Bench.arn(), "Withdrawn", "by the person");
        bench.agenda.advance(Duration.ofDays(2));

        assertEquals(ExecutionStatus.ABORTED, stopped.status());
        assertEquals("Withdrawn", stopped.error());
        assertEquals(
                List.of("ExecutionStarted", "WaitStateEntered", "WaitStateAborted", "ExecutionAborted"),
                bench.events());
        assertEquals(stopped, bench.executions.stop(Bench.arn(), "Again", null));
    }

    @Test
    void aMachinesTimeoutEndsItsExecution() {
        bench.loadWhole("{'QueryLanguage':'JSONata','TimeoutSeconds':60,'StartAt':'S','States':{" + WAIT_A_DAY + "}}");
        bench.start("{}");

        bench.agenda.advance(Duration.ofSeconds(60));

        assertEquals(ExecutionStatus.TIMED_OUT, bench.describe().status());
        assertEquals("ExecutionTimedOut", bench.events().get(3));
    }

    @Test
    void noExecutionLastsLongerThanAYear() {
        bench.run("'S':{'Type':'Wait','Seconds':99999999,'End':true}", "{}");

        bench.agenda.advance(Duration.ofDays(365));

        assertEquals(ExecutionStatus.TIMED_OUT, bench.describe().status());
    }

    @Test
    void anExecutionEndsWhenItsHistoryIsFull() {
        var done = bench.run("'S':{'Type':'Pass','Next':'T'},'T':{'Type':'Pass','Next':'S'}", "{}");

        assertEquals("States.Runtime", done.error());
        assertTrue(bench.history().size() <= 25_001);
        assertEquals(1, bench.agenda.waiting());
    }

    @Test
    void eachEventFollowsTheOneBeforeItOnItsWay() {
        bench.run(
                "'S':{'Type':'Parallel','Branches':[{'StartAt':'A','States':{'A':{'Type':'Succeed'}}},"
                        + "{'StartAt':'B','States':{'B':{'Type':'Succeed'}}}],'End':true}",
                "{}");

        var history = bench.history();

        assertEquals(
                List.of(0L, 0L, 2L, 3L, 4L, 3L, 6L),
                history.stream().limit(7).map(HistoryEvent::previousEventId).toList());
        for (int i = 0; i < history.size(); i++) {
            assertEquals(i + 1, history.get(i).id());
        }
    }

    @Test
    void aMonthOfRemindersPassesInVirtualTime() {
        var reminded = new ArrayList<String>();
        bench.function("f", (arn, payload) -> {
            reminded.add(bench.agenda.clock().instant().toString());
            return null;
        });
        bench.loadWhole("{'QueryLanguage':'JSONata','StartAt':'S','TimeoutSeconds':31536000,'States':{"
                + "'S':{'Type':'Pass','Assign':{'sent':0},'Next':'Wait For The Next Reminder'},"
                + "'Wait For The Next Reminder':{'Type':'Wait','Timestamp':"
                + "'{% $fromMillis($toMillis($states.context.Execution.StartTime) + ($sent + 1) * 604800000) %}','Next':'Remind'},"
                + "'Remind':{'Type':'Task','Resource':'${F}','TimeoutSeconds':30,'Assign':{'sent':'{% $sent + 1 %}'},"
                + "'Next':'Enough?'},"
                + "'Enough?':{'Type':'Choice','Choices':[{'Condition':'{% $sent >= 4 %}','Next':'Lapse'}],"
                + "'Default':'Wait For The Next Reminder'},"
                + "'Lapse':{'Type':'Wait','Seconds':172800,'Next':'Done'},"
                + "'Done':{'Type':'Succeed','Output':'{% $now() %}'}}}");
        bench.start("{}");

        bench.agenda.advance(Duration.ofDays(31));

        assertEquals(
                List.of("2026-11-29T09:00:00Z", "2026-12-06T09:00:00Z", "2026-12-13T09:00:00Z", "2026-12-20T09:00:00Z"),
                reminded);
        assertEquals("\"2026-12-22T09:00:00.000Z\"", bench.describe().output());
    }

    @Test
    void theSameSeedGivesTheSameHistory() {
        assertEquals(randomHistory(3), randomHistory(3));
        assertNotEquals(randomHistory(3), randomHistory(4));
    }

    private static List<HistoryEvent> randomHistory(long seed) {
        var bench = new Bench(seed, new Interference() {});
        bench.function("f", (arn, payload) -> {
            if (bench.agenda.random().nextInt(3) > 0) {
                throw new FunctionFailed("Busy", "again");
            }
            return payload;
        });
        bench.run(
                "'S':{'Type':'Map','MaxConcurrency':3,'ItemProcessor':{'StartAt':'A','States':{"
                        + "'A':{'Type':'Task','Resource':'${F}','Arguments':['{% $uuid() %}','{% $random() %}',"
                        + "'{% $shuffle([1..9]) %}','{% $millis() %}'],'Retry':[{'ErrorEquals':['Busy'],'MaxAttempts':50,"
                        + "'BackoffRate':1.1,'JitterStrategy':'FULL'}],'End':true}}},'End':true}",
                "[1,2,3,4,5,6,7]");
        bench.agenda.advance(Duration.ofDays(30));
        assertEquals(ExecutionStatus.SUCCEEDED, bench.describe().status());
        return bench.history();
    }

    @Test
    void aFunctionMayCallBackThroughAnotherThreadOnALiveAgenda() {
        var machines = new StateMachines();
        try (var agenda = Agenda.live(7, failure -> {})) {
            var known = new ArrayList<ExecutionDescription>();
            var executions = new ArrayList<Executions>();
            executions.add(new Executions(
                    machines,
                    agenda,
                    (arn, payload) -> {
                        var other =
                                new Thread(() -> known.addAll(executions.get(0).all()));
                        other.start();
                        try {
                            other.join();
                        } catch (InterruptedException interrupted) {
                            throw new FunctionFailed("Interrupted", "");
                        }
                        return known.size();
                    },
                    Interference.NONE));
            machines.add(
                    "Live",
                    Bench.MACHINE,
                    Bench.quoted(
                            "{'QueryLanguage':'JSONata','StartAt':'S','States':{'S':{'Type':'Wait','Seconds':86400,"
                                    + "'Next':'T'},'T':{'Type':'Task','Resource':'${F}','TimeoutSeconds':900,'End':true}}}"),
                    Map.of("F", Bench.FUNCTION + "f"));
            var started = executions.get(0).start(Bench.MACHINE, "run", "{}");

            agenda.advance(Duration.ofDays(1).plusSeconds(1));

            var done = executions.get(0).describe(started.executionArn());
            assertEquals("1", done.output());
            assertFalse(agenda.clock().instant().isBefore(started.startDate().plus(Duration.ofDays(1))));
        }
    }
}
