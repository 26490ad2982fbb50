package dev.kept.local.states;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionTest {
    private final Bench bench = new Bench();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '@', textBlock = """
                    $states.input.n                               | null
                    $states.input.list[1]                         | null
                    $exists($states.input.n)                      | true
                    $exists($states.input.none)                   | false
                    {`a':$states.input.n,`b':$states.input.none}  | {"a":null}
                    [$states.input.none, 1]                       | [1]
                    $states.input.list[$ != null]                 | [1,3]
                    $states.input.one[0]                          | 7
                    10 / 2                                        | 5
                    3 / 2                                         | 1.5
                    2 + $states.input.half                        | 2.5
                    5000000000 * 2                                | 10000000000
                    $partition([1,2,3,4,5], 2)                    | [[1,2],[3,4],[5]]
                    $range(0, 10, 5)                              | [0,5,10]
                    $range(3, 1, -1)                              | [3,2,1]
                    $hash(`abc', `SHA-1')                         | "a9993e364706816aba3e25717850c26c9cd0d89d"
                    $parse(`{"a":null}')                          | {"a":null}
                    $random(7) = $random(7)                       | true
                    $now()                                        | "2026-11-22T09:00:00.000Z"
                    $now(`[Y]-[M01]')                             | "2026-11"
                    $millis()                                     | 1795338000000
                    $length($uuid())                              | 36
                    $merge([$states.input.object, {`b':2}])       | {"a":1,"b":2}
                    """)
    void anExpressionGives(String expression, String result) {
        var done = run(expression.replace('`', '\''));

        assertEquals(result, done.output(), () -> String.valueOf(done.cause()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$states.input.none",
                "$none",
                "foo",
                "$",
                "function($x){$x}",
                "$sum",
                "1 / 0",
                "$states.input.text + 1",
                "$error('no')",
                "$uppercase(null)",
                "$partition([1], 0)",
                "$range(1, 2, 0)",
                "$hash('a', 'ROT13')",
                "$parse('{')",
                "($f := function($n){$f($n + 1)}; $f(0))",
                "($f := function($n){1 + $f($n + 1)}; $f(0))",
                "$lookup($states.input.object, 'none')",
                "[1..100000000]"
            })
    void anExpressionFailsTheState(String expression) {
        var done = run(expression);

        assertEquals("States.QueryEvaluationError", done.error());
        assertTrue(
                String.valueOf(done.cause())
                        .startsWith("An error occurred while executing the state 'S' (entered at the event id #2)."
                                + " The JSONata expression '" + expression + "' specified for the field 'Output' "),
                done.cause());
    }

    private ExecutionDescription run(String expression) {
        bench.machines.add(
                "Tested",
                Bench.MACHINE,
                "{\"QueryLanguage\":\"JSONata\",\"StartAt\":\"S\",\"States\":{\"S\":{\"Type\":\"Pass\",\"Output\":"
                        + Json.write("{% " + expression + " %}") + ",\"End\":true}}}",
                Map.of());
        return bench.start("{'n':null,'list':[1,null,3],'one':[7],'half':0.5,'text':'t','object':{'a':1}}");
    }
}
