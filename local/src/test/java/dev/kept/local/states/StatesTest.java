package dev.kept.local.states;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StatesTest {
    private final Bench bench = new Bench();

    @Test
    void aPassStatePassesItsInputOn() {
        var done = bench.run("'S':{'Type':'Pass','End':true}", "{'a':[1,null],'b':null}");

        assertEquals(ExecutionStatus.SUCCEEDED, done.status());
        assertEquals("{\"a\":[1,null],\"b\":null}", done.output());
        assertEquals(
                List.of("ExecutionStarted", "PassStateEntered", "PassStateExited", "ExecutionSucceeded"),
                bench.events());
    }

    @Test
    void outputIsComputedAtAnyDepth() {
        var done = bench.run(
                "'S':{'Type':'Pass','Output':{'sum':'{% $states.input.a + 1 %}','list':[true,'{% $states.input.n %}']},"
                        + "'End':true}",
                "{'a':1,'n':null}");

        assertEquals("{\"sum\":2,\"list\":[true,null]}", done.output());
    }

    @Test
    void assignedVariablesAreSeenFromTheNextStateOn() {
        var done = bench.run(
                "'S':{'Type':'Pass','Assign':{'x':5},'Next':'T'},"
                        + "'T':{'Type':'Pass','Assign':{'x':42,'old':'{% $x %}'},'Output':'{% $x %}','Next':'U'},"
                        + "'U':{'Type':'Succeed','Output':{'x':'{% $x %}','old':'{% $old %}','in':'{% $states.input %}'}}",
                "{}");

        assertEquals("{\"x\":42,\"old\":5,\"in\":5}", done.output());
    }

    @Test
    void assignedVariablesAreWrittenInTheHistory() {
        bench.run("'S':{'Type':'Pass','Assign':{'x':{'a':'b'}},'End':true}", "{}");

        assertEquals(
                Map.of("x", "{\"a\":\"b\"}"), bench.details("PassStateExited").get("assignedVariables"));
    }

    @Test
    void theContextTellsWhereAndWhenItRuns() {
        var done = bench.run("'S':{'Type':'Pass','Output':'{% $states.context %}','End':true}", "{'a':1}");

        assertEquals(
                Bench.quoted("{'Execution':{'Id':'" + Bench.arn() + "','Name':'run',"
                        + "'StartTime':'2026-11-22T09:00:00.000Z','Input':{'a':1}},"
                        + "'State':{'Name':'S','EnteredTime':'2026-11-22T09:00:00.000Z'},"
                        + "'StateMachine':{'Id':'" + Bench.MACHINE + "','Name':'Tested'}}"),
                done.output());
    }

    @Test
    void aFailStateFailsWithItsErrorAndCause() {
        var done =
                bench.run("'S':{'Type':'Fail','Error':'Lapsed','Cause':'{% `id ` & $states.input.id %}'}", "{'id':7}");

        assertEquals(ExecutionStatus.FAILED, done.status());
        assertEquals("Lapsed", done.error());
        assertEquals("id 7", done.cause());
        assertNull(done.output());
        assertEquals(List.of("ExecutionStarted", "FailStateEntered", "ExecutionFailed"), bench.events());
    }

    private static final String CHOICE = "'S':{'Type':'Choice','Choices':["
            + "{'Condition':'{% $states.input.n > 10 %}','Assign':{'size':'big'},'Next':'T'},"
            + "{'Condition':'{% $states.input.n > 5 %}','Output':{'middle':true},'Next':'T'}],"
            + "'Default':'T','Assign':{'size':'small'},'Output':'other'},"
            + "'T':{'Type':'Pass','Output':{'in':'{% $states.input %}','size':'{% $exists($size) ? $size : `none` %}'},"
            + "'End':true}";

    @Test
    void theFirstRuleThatIsTrueAssignsAndLeadsOn() {
        assertEquals(
                "{\"in\":{\"n\":11},\"size\":\"big\"}",
                bench.run(CHOICE, "{'n':11}").output());
    }

    @Test
    void aRulesOutputBecomesTheInputAndTheStatesOwnAssignIsLeftOut() {
        assertEquals(
                "{\"in\":{\"middle\":true},\"size\":\"none\"}",
                bench.run(CHOICE, "{'n':6}").output());
    }

    @Test
    void theDefaultTakesTheStatesOwnAssignAndOutput() {
        assertEquals(
                "{\"in\":\"other\",\"size\":\"small\"}",
                bench.run(CHOICE, "{'n':1}").output());
    }

    @Test
    void aChoiceWithoutAMatchFailsAsOnTheService() {
        var done = bench.run(
                "'S':{'Type':'Choice','Choices':[{'Condition':false,'Next':'T'}]},'T':{'Type':'Succeed'}", "{}");

        assertEquals("States.Runtime", done.error());
        assertEquals(
                "An error occurred while executing the state 'S' (entered at the event id #2). Failed to transition"
                        + " out of the state. The state does not point to a next state.",
                done.cause());
    }

    @Test
    void aConditionThatIsNoTruthFails() {
        var done = bench.run(
                "'S':{'Type':'Choice','Choices':[{'Condition':'{% 1 %}','Next':'T'}],'Default':'T'},"
                        + "'T':{'Type':'Succeed'}",
                "{}");

        assertEquals("States.QueryEvaluationError", done.error());
        assertTrue(String.valueOf(done.cause()).contains("'Choices[0]/Condition'"), done.cause());
    }

    @Test
    void aWaitEndsAfterItsSeconds() {
        bench.run("'S':{'Type':'Wait','Seconds':'{% $states.input.s %}','End':true}", "{'s':60}");

        bench.agenda.advance(Duration.ofMillis(59_999));
        assertEquals(ExecutionStatus.RUNNING, bench.describe().status());
        bench.agenda.advance(Duration.ofMillis(1));

        assertEquals(ExecutionStatus.SUCCEEDED, bench.describe().status());
        assertEquals(Bench.START.plusSeconds(60), bench.describe().stopDate());
        assertEquals("{\"s\":60}", bench.describe().output());
    }

    @Test
    void aWaitEndsAtItsInstant() {
        bench.run("'S':{'Type':'Wait','Timestamp':'2026-11-23T10:00:00+01:00','End':true}", "{}");

        bench.agenda.advance(Duration.ofDays(2));

        assertEquals(Bench.START.plus(Duration.ofDays(1)), bench.describe().stopDate());
    }

    @Test
    void aWaitForAnInstantThatIsPastEndsAtOnce() {
        var done =
                bench.run("'S':{'Type':'Wait','Timestamp':'{% $states.input %}','End':true}", "'2020-01-01T00:00:00Z'");

        assertEquals(ExecutionStatus.SUCCEEDED, done.status());
    }

    @Test
    void aWaitForWhatIsNoInstantFails() {
        var done = bench.run("'S':{'Type':'Wait','Timestamp':'{% $states.input %}','End':true}", "'tomorrow'");

        assertEquals("States.QueryEvaluationError", done.error());
    }

    @Test
    void parallelBranchesGiveTheArrayOfTheirOutputs() {
        var done = bench.run(
                "'S':{'Type':'Parallel','Arguments':{'n':2},'Branches':["
                        + "{'StartAt':'A','States':{'A':{'Type':'Wait','Seconds':5,'Next':'B'},"
                        + "'B':{'Type':'Pass','Output':'{% $states.input.n %}','End':true}}},"
                        + "{'StartAt':'C','States':{'C':{'Type':'Pass','Output':'{% $states.input.n * 2 %}','End':true}}}],"
                        + "'Output':'{% $sum($states.result) %}','Assign':{'all':'{% $states.result %}'},'Next':'T'},"
                        + "'T':{'Type':'Succeed','Output':['{% $states.input %}','{% $all %}']}",
                "{}");

        assertEquals(ExecutionStatus.RUNNING, done.status());
        bench.agenda.advance(Duration.ofSeconds(5));
        assertEquals("[6,[2,4]]", bench.describe().output());
        assertEquals(
                1,
                bench.events().stream().filter("ParallelStateSucceeded"::equals).count());
    }

    @Test
    void aBranchThatFailsEndsTheOthersAndCanBeCaught() {
        var done = bench.run(
                "'S':{'Type':'Parallel','Branches':["
                        + "{'StartAt':'A','States':{'A':{'Type':'Wait','Seconds':5,'End':true}}},"
                        + "{'StartAt':'C','States':{'C':{'Type':'Fail','Error':'Broken','Cause':'why'}}}],"
                        + "'Catch':[{'ErrorEquals':['Broken'],'Next':'T'}],'End':true},'T':{'Type':'Succeed'}",
                "{}");

        assertEquals("{\"Error\":\"Broken\",\"Cause\":\"why\"}", done.output());
        assertTrue(
                bench.events().containsAll(List.of("WaitStateAborted", "ParallelStateFailed", "ParallelStateExited")));
        bench.agenda.advance(Duration.ofDays(1));
        assertEquals("T", bench.details("SucceedStateExited").get("name"));
    }

    @Test
    void aMapDoesTheSameWithEachItem() {
        var done = bench.run(
                "'S':{'Type':'Map','Items':'{% $states.input.list %}','ItemSelector':{'i':'{% $states.context.Map.Item.Index %}',"
                        + "'v':'{% $states.context.Map.Item.Value %}','o':'{% $states.input.other %}'},"
                        + "'ItemProcessor':{'StartAt':'A','States':{'A':{'Type':'Pass',"
                        + "'Output':'{% [$states.input.i, $states.input.v, $states.input.o,"
                        + " $states.context.Map.Item.Value] %}','End':true}}},'End':true}",
                "{'list':['a','b'],'other':'z'}");

        assertEquals("[[0,\"a\",\"z\",\"a\"],[1,\"b\",\"z\",\"b\"]]", done.output());
        assertEquals(2, bench.details("MapStateStarted").get("length"));
        assertEquals(Map.of("name", "S", "index", 1), bench.details("MapIterationSucceeded"));
    }

    @Test
    void aMapOfNothingGivesNothing() {
        var done = bench.run(
                "'S':{'Type':'Map','ItemProcessor':{'ProcessorConfig':{'Mode':'INLINE'},'StartAt':'A',"
                        + "'States':{'A':{'Type':'Succeed'}}},'End':true}",
                "[]");

        assertEquals("[]", done.output());
    }

    @Test
    void aMapOverWhatIsNoArrayFails() {
        var done = bench.run(
                "'S':{'Type':'Map','Items':'{% $states.input %}','ItemProcessor':{'StartAt':'A',"
                        + "'States':{'A':{'Type':'Succeed'}}},'End':true}",
                "{}");

        assertEquals("States.QueryEvaluationError", done.error());
    }

    @Test
    void aMapRunsNoMoreIterationsAtOnceThanItMay() {
        bench.run(
                "'S':{'Type':'Map','MaxConcurrency':2,'ItemProcessor':{'StartAt':'A','States':{"
                        + "'A':{'Type':'Wait','Seconds':10,'End':true}}},'End':true}",
                "[1,2,3,4,5]");

        bench.agenda.advance(Duration.ofSeconds(29));
        assertEquals(ExecutionStatus.RUNNING, bench.describe().status());
        bench.agenda.advance(Duration.ofSeconds(1));

        assertEquals("[1,2,3,4,5]", bench.describe().output());
    }

    @Test
    void eachIterationHasVariablesOfItsOwnAndSeesThoseAround() {
        var done = bench.run(
                "'S':{'Type':'Pass','Assign':{'outer':10},'Output':[1,2],'Next':'M'},"
                        + "'M':{'Type':'Map','ItemProcessor':{'StartAt':'A','States':{"
                        + "'A':{'Type':'Pass','Assign':{'own':'{% $states.input + $outer %}'},'Next':'B'},"
                        + "'B':{'Type':'Wait','Seconds':1,'Next':'C'},"
                        + "'C':{'Type':'Pass','Output':'{% $own %}','End':true}}},'Next':'E'},"
                        + "'E':{'Type':'Pass','Output':['{% $states.input %}','{% $exists($own) %}'],'End':true}",
                "{}");

        assertEquals(ExecutionStatus.RUNNING, done.status());
        bench.agenda.advance(Duration.ofSeconds(1));
        assertEquals("[[11,12],false]", bench.describe().output());
    }

    @Test
    void anIterationThatFailsEndsTheMap() {
        var done = bench.run(
                "'S':{'Type':'Map','ItemProcessor':{'StartAt':'A','States':{"
                        + "'A':{'Type':'Choice','Choices':[{'Condition':'{% $states.input = 2 %}','Next':'F'}],'Default':'W'},"
                        + "'W':{'Type':'Wait','Seconds':10,'End':true},'F':{'Type':'Fail','Error':'Odd'}}},'End':true}",
                "[1,2,3]");

        assertEquals("Odd", done.error());
        assertEquals(Map.of("name", "S", "index", 1), bench.details("MapIterationFailed"));
        assertEquals(Map.of("name", "S", "index", 2), bench.details("MapIterationAborted"));
        assertEquals("MapStateFailed", bench.events().get(bench.events().size() - 2));
    }

    @Test
    void anItemWhoseInputCannotBeComputedFailsTheMapItself() {
        var done = bench.run(
                "'S':{'Type':'Map','MaxConcurrency':1,'ItemSelector':'{% $states.context.Map.Item.Value.x %}',"
                        + "'ItemProcessor':{'StartAt':'A','States':{'A':{'Type':'Wait','Seconds':1,'End':true}}},"
                        + "'Catch':[{'ErrorEquals':['States.QueryEvaluationError'],'Next':'T'}],'End':true},"
                        + "'T':{'Type':'Pass','Output':'caught','End':true}",
                "[{'x':1},{'y':2}]");

        assertEquals(ExecutionStatus.RUNNING, done.status());
        bench.agenda.advance(Duration.ofSeconds(1));
        assertEquals("\"caught\"", bench.describe().output());
    }
}
