package dev.kept.local.states;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DefinitionTest {
    private static final String WHOLE = Bench.quoted("""
            {'Comment':'All there is','QueryLanguage':'JSONata','TimeoutSeconds':600,'StartAt':'Ask','States':{
             'Ask':{'Type':'Task','Comment':'Why','Resource':'arn:aws:states:::lambda:invoke.waitForTaskToken',
              'Arguments':{'FunctionName':'${F}','Payload':{'t':'{% $states.context.Task.Token %}','n':null}},
              'TimeoutSeconds':'{% $states.input.t %}','HeartbeatSeconds':5,
              'Retry':[{'ErrorEquals':['a.B'],'IntervalSeconds':3,'MaxAttempts':6,'BackoffRate':1.5,'MaxDelaySeconds':60,
               'JitterStrategy':'FULL'},{'ErrorEquals':['States.ALL']}],
              'Catch':[{'ErrorEquals':['States.Timeout'],'Assign':{'late':true},'Next':'Right?'},
               {'ErrorEquals':['States.ALL'],'Output':'{% $states.errorOutput %}','Next':'Record'}],
              'Output':'{% $states.result %}','Next':'Right?'},
             'Right?':{'Type':'Choice','Choices':[{'Condition':'{% $states.input.ok %}','Output':{'x':1},'Next':'Each'},
               {'Condition':true,'Assign':{'y':[1,'{% 2 %}']},'Next':'Pause'}],'Default':'Record'},
             'Pause':{'Type':'Wait','Seconds':60,'Next':'Until'},
             'Until':{'Type':'Wait','Timestamp':'2026-12-01T00:00:00Z','Next':'Each'},
             'Each':{'Type':'Map','Items':[1,2],'ItemSelector':{'v':'{% $states.context.Map.Item.Value %}'},'MaxConcurrency':3,
              'ItemProcessor':{'ProcessorConfig':{'Mode':'INLINE'},'StartAt':'Erase','States':{
               'Erase':{'Type':'Task','Resource':'${G}','End':true}}},'Next':'Both'},
             'Both':{'Type':'Parallel','Arguments':{},'Branches':[
               {'StartAt':'One','States':{'One':{'Type':'Pass','Assign':{'in':1},'End':true}}},
               {'StartAt':'Two','States':{'Two':{'Type':'Succeed','Output':2}}}],'Next':'Done'},
             'Record':{'Type':'Pass','Next':'Failed'},
             'Failed':{'Type':'Fail','Error':'Failed','Cause':'{% $string($states.input) %}'},
             'Done':{'Type':'Succeed'}}}
            """);

    private final Bench bench = new Bench();

    @Test
    void aDefinitionWithEverythingInItIsLoaded() {
        var machine = bench.machines.add("Tested", Bench.MACHINE, WHOLE, substitutions());

        assertTrue(machine.definitionText().contains(Bench.FUNCTION + "g"), machine.definitionText());
        assertEquals(List.of(machine), bench.machines.all());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '@', textBlock = """
                    'Type':'Teleport'                                          | /States/S/Type is Teleport, which is no type of state
                    'Type':'Pass','End':true,'Colour':'red'                    | /States/S/Colour is not a field that a Pass state supports here
                    'Type':'Pass','End':true,'Parameters':{}                   | /States/S/Parameters belongs to the JSONPath dialect
                    'Type':'Pass','End':true,'QueryLanguage':'JSONPath'        | /States/S/QueryLanguage must be JSONata
                    'Type':'Pass'                                              | /States/S needs a Next, or "End": true.
                    'Type':'Pass','Next':'S','End':true                        | /States/S has both Next and End
                    'Type':'Pass','Next':'Nowhere'                             | /States/S/Next leads to Nowhere, which is none of the States
                    'Type':'Pass','End':true,'Output':'{% 1 + %}'              | /States/S/Output is not JSONata
                    'Type':'Pass','End':true,'Output':['{% 1']                 | /States/S/Output[0] begins with {% and must then end with %}
                    'Type':'Pass','End':true,'Output':'${Unknown}'             | /States/S/Output has ${Unknown}
                    'Type':'Pass','End':true,'Output':'{% $eval(`1`) %}'       | /States/S/Output calls $eval
                    'Type':'Pass','End':true,'Output':'{% $$.a %}'             | /States/S/Output names $$
                    'Type':'Pass','End':true,'Output':'{% $states.result %}'   | /States/S/Output names $states.result, which this field cannot see
                    'Type':'Pass','End':true,'Assign':{'states':1}             | /States/S/Assign/states is reserved
                    'Type':'Pass','End':true,'Assign':{'a b':1}                | /States/S/Assign/a b cannot be a variable
                    'Type':'Wait','End':true                                   | /States/S needs exactly one of Seconds and Timestamp
                    'Type':'Wait','End':true,'Seconds':-1                      | /States/S/Seconds must be a whole number from 0
                    'Type':'Wait','End':true,'Timestamp':'2026-02-30T00:00:00Z'| /States/S/Timestamp must be like
                    'Type':'Choice','Choices':[]                               | /States/S/Choices must be an array with at least one object
                    'Type':'Choice','Choices':[{'Condition':1,'Next':'S'}]     | /States/S/Choices[0]/Condition must be true, false or
                    'Type':'Choice','Choices':[{'Condition':true}]             | /States/S/Choices[0] needs the field Next
                    'Type':'Choice','Choices':[{'Condition':true,'Next':'N'}]  | /States/S/Choices[0]/Next leads to N
                    'Type':'Choice','Choices':[{'Condition':true,'Next':'S'}],'Default':'N' | /States/S/Default leads to N
                    'Type':'Task','End':true,'Resource':'arn:aws:states:::sqs:sendMessage' | /States/S/Resource is arn:aws:states:::sqs:sendMessage, which is not supported
                    'Type':'Task','End':true,'Resource':'${F}.waitForTaskToken'| /States/S/Resource is
                    'Type':'Task','End':true,'Resource':'${F}','HeartbeatSeconds':1 | /States/S/HeartbeatSeconds only works with .waitForTaskToken
                    'Type':'Task','End':true,'Resource':'${F}','TimeoutSeconds':0 | /States/S/TimeoutSeconds must be a whole number from 1
                    'Type':'Task','End':true,'Resource':'arn:aws:states:::lambda:invoke','Arguments':{'Payload':1,'Qualifier':'x'} | /States/S/Arguments needs FunctionName
                    'Type':'Task','End':true,'Resource':'arn:aws:states:::lambda:invoke','Arguments':{'FunctionName':'f','Qualifier':'x'} | /States/S/Arguments/Qualifier is not supported here
                    'Type':'Task','End':true,'Resource':'${F}','Retry':[{'ErrorEquals':[]}] | /States/S/Retry[0]/ErrorEquals must be an array
                    'Type':'Task','End':true,'Resource':'${F}','Retry':[{'ErrorEquals':['States.ALL','A']}] | /States/S/Retry[0]/ErrorEquals has States.ALL
                    'Type':'Task','End':true,'Resource':'${F}','Retry':[{'ErrorEquals':['States.Typo']}] | /States/S/Retry[0]/ErrorEquals names States.Typo
                    'Type':'Task','End':true,'Resource':'${F}','Retry':[{'ErrorEquals':['A'],'BackoffRate':0.5}] | /States/S/Retry[0]/BackoffRate must be
                    'Type':'Task','End':true,'Resource':'${F}','Retry':[{'ErrorEquals':['A'],'JitterStrategy':'HALF'}] | /States/S/Retry[0]/JitterStrategy must be FULL or NONE
                    'Type':'Task','End':true,'Resource':'${F}','Catch':[{'ErrorEquals':['A'],'Next':'Z'}] | /States/S/Catch[0]/Next leads to Z
                    'Type':'Map','End':true,'ItemProcessor':{'ProcessorConfig':{'Mode':'DISTRIBUTED'},'StartAt':'A','States':{'A':{'Type':'Succeed'}}} | /States/S/ItemProcessor/ProcessorConfig/Mode must be INLINE
                    'Type':'Map','End':true,'ToleratedFailureCount':1,'ItemProcessor':{'StartAt':'A','States':{'A':{'Type':'Succeed'}}} | /States/S/ToleratedFailureCount is not a field
                    'Type':'Map','End':true,'ItemProcessor':{'StartAt':'S','States':{'S':{'Type':'Succeed'}}} | /States/S/ItemProcessor/States/S has a name that another state
                    'Type':'Parallel','End':true,'Branches':[{'StartAt':'A','States':{'A':{'Type':'Pass','Next':'S'}}}] | /States/S/Branches[0]/States/A/Next leads to S
                    'Type':'Pass','End':true},'T':{'Type':'Succeed'            | /States/T is never reached
                    """)
    void whatIsNotSupportedIsRefusedByNameAndPath(String state, String fault) {
        var refused = assertThrows(
                InvalidDefinition.class, () -> bench.load("'S':{" + state.replace("`1`", "\\'1\\'") + "}"));

        assertTrue(refused.faults().stream().anyMatch(found -> found.startsWith(fault)), refused::getMessage);
    }

    @Test
    void allFaultsAreToldAtOnce() {
        var refused = assertThrows(
                InvalidDefinition.class,
                () -> bench.loadWhole("{'StartAt':'Q','Extra':1,'States':{'S':{'Type':'Wait'},'T':{'Type':'No'}}}"));

        assertEquals(
                List.of(
                        "/QueryLanguage must be JSONata; without it the dialect is JSONPath, not supported here.",
                        "/States/S needs a Next, or \"End\": true.",
                        "/States/S needs exactly one of Seconds and Timestamp.",
                        "/States/T/Type is No, which is no type of state; use Task, Choice, Wait, Map, Parallel, Pass,"
                                + " Succeed or Fail.",
                        "/StartAt names Q, which is none of the States beside it.",
                        "/Extra is not a field that a workflow supports here; take it out, or teach the local run it."),
                refused.faults());
    }

    @Test
    void aBranchMustNotAssignAVariableFromAroundIt() {
        var refused = assertThrows(
                InvalidDefinition.class,
                () -> bench.load("'S':{'Type':'Parallel','Assign':{'x':1},'Branches':[{'StartAt':'A','States':{"
                        + "'A':{'Type':'Pass','Assign':{'x':2},'End':true}}}],'End':true}"));

        assertEquals(
                List.of("/A/Assign/x assigns a variable of the states around it; give it another name."),
                refused.faults());
    }

    @Test
    void whatIsNotJsonIsRefusedWithItsPlace() {
        var refused = assertThrows(InvalidDefinition.class, () -> bench.loadWhole("{'a':\n tru }"));

        assertTrue(
                refused.faults().get(0).startsWith("/ cannot be read: it is not JSON at line 2"), refused::getMessage);
    }

    @Test
    void aSubstitutedValueCannotBreakOutOfItsString() {
        bench.machines.add(
                "Tested",
                Bench.MACHINE,
                Bench.quoted(
                        "{'QueryLanguage':'JSONata','StartAt':'S','States':{'S':{'Type':'Pass','Output':'${V}','End':true}}}"),
                Map.of("V", "\"},$1\\"));

        assertEquals("\"\\\"},$1\\\\\"", bench.start("{}").output());
    }

    @Test
    void randomMutationsAreLoadedOrRefusedAndNothingElse() throws Json.NotJson {
        for (long seed = 0; seed < 1500; seed++) {
            var random = new Random(seed);
            var text = seed % 2 == 0 ? Json.write(mutated(Json.read(WHOLE), random)) : mutatedText(WHOLE, random);
            try {
                Definition.load("Mutated", text, substitutions());
            } catch (InvalidDefinition refused) {
                assertTrue(!refused.faults().isEmpty(), "seed " + seed);
            } catch (RuntimeException | StackOverflowError escaped) {
                fail("seed " + seed + ": " + text, escaped);
            }
        }
    }

    @Test
    void mutationsThatLoadRunWithoutAFaultOfTheInterpreter() throws Json.NotJson {
        for (long seed = 0; seed < 150; seed++) {
            var random = new Random(seed);
            var mutant = new Bench(seed, Interference.NONE).function("g", (arn, payload) -> payload);
            mutant.function("f", (arn, payload) -> {
                if (random.nextBoolean()) {
                    throw new FunctionFailed("a.B", "by chance");
                }
                mutant.executions.sendTaskSuccess(tokenIn(payload), "{\"ok\":true}");
                return payload;
            });
            try {
                mutant.machines.add(
                        "Tested", Bench.MACHINE, Json.write(mutated(Json.read(WHOLE), random)), substitutions());
            } catch (InvalidDefinition refused) {
                continue;
            }

            mutant.start("{'t':60}");
            mutant.agenda.advance(Duration.ofDays(80));

            assertEquals("ExecutionStarted", mutant.events().get(0));
            for (var failure : mutant.agenda.failures()) {
                assertInstanceOf(CallRefused.class, failure.thrown(), "seed " + seed);
            }
        }
    }

    private static String tokenIn(@Nullable Object payload) {
        return payload instanceof Map<?, ?> map ? String.valueOf(map.get("t")) : "";
    }

    /** The tree with, on average, a few of its values taken out, doubled or turned into something else. */
    private static @Nullable Object mutated(@Nullable Object value, Random random) {
        if (random.nextInt(60) == 0) {
            return strange(random);
        }
        if (value instanceof List<?> list) {
            var copy = new ArrayList<@Nullable Object>();
            for (var member : list) {
                for (int i = random.nextInt(60) == 0 ? random.nextInt(3) : 1; i > 0; i--) {
                    copy.add(mutated(member, random));
                }
            }
            return copy;
        }
        if (value instanceof Map<?, ?> map) {
            var copy = Json.object();
            map.forEach((name, member) -> {
                if (random.nextInt(60) > 0) {
                    copy.put(random.nextInt(60) == 0 ? name + "x" : String.valueOf(name), mutated(member, random));
                }
            });
            return copy;
        }
        return value;
    }

    private static @Nullable Object strange(Random random) {
        var values = new Object[] {
            "",
            "{%",
            "{%%}",
            "{% ( %}",
            "{% \"\\u12 %}",
            "{% /[/ %}",
            "${",
            "${}",
            "${Nobody}",
            -1,
            0,
            1e300,
            1.5,
            true,
            false,
            List.of(),
            Map.of(),
            List.of(1),
            Map.of("Type", "Pass"),
            "States.ALL",
            "Ask",
            "{% $$ %}",
            "\u0000",
            "{% `",
            "{% $x := %}",
            "{% ^(",
            "{% a[ %}",
            "{% |a| %}",
            "{% function( %}",
            "{% ?:~> %}",
            "{% 1e999 %}"
        };
        int chosen = random.nextInt(values.length + 1);
        return chosen == values.length ? null : values[chosen];
    }

    private static String mutatedText(String text, Random random) {
        var mutated = new StringBuilder(text);
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            int at = random.nextInt(mutated.length());
            switch (random.nextInt(3)) {
                case 0 -> mutated.deleteCharAt(at);
                case 1 -> mutated.insert(at, "{}[]\",:%$`\\0\n".charAt(random.nextInt(13)));
                default -> mutated.setCharAt(at, mutated.charAt(random.nextInt(mutated.length())));
            }
        }
        return mutated.toString();
    }

    private static Map<String, String> substitutions() {
        return Map.of("F", Bench.FUNCTION + "f", "G", Bench.FUNCTION + "g");
    }
}
