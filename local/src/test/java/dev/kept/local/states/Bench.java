package dev.kept.local.states;

import dev.kept.local.time.Agenda;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A manual agenda with the interpreter on it, where tests say what functions answer. */
final class Bench implements FunctionCaller {
    static final Instant START = Instant.parse("2026-11-22T09:00:00Z");
    static final String MACHINE = "arn:aws:states:eu-west-3:000000000000:stateMachine:Tested";
    static final String FUNCTION = "arn:aws:lambda:eu-west-3:000000000000:function:";

    final Agenda agenda;
    final StateMachines machines = new StateMachines();
    final Executions executions;
    final List<String> calls = new ArrayList<>();
    private final Map<String, FunctionCaller> functions = new HashMap<>();

    Bench() {
        this(7, Interference.NONE);
    }

    Bench(long seed, Interference interference) {
        agenda = Agenda.manual(START, seed);
        executions = new Executions(machines, agenda, this, interference);
    }

    @Override
    public @Nullable Object call(String functionArn, @Nullable Object payload) throws FunctionFailed {
        var name = functionArn.substring(FUNCTION.length());
        calls.add(name + " " + Json.write(payload));
        var function = functions.get(name);
        if (function == null) {
            throw new FunctionFailed("Lambda.ResourceNotFoundException", "No function " + name);
        }
        return function.call(functionArn, payload);
    }

    Bench function(String name, FunctionCaller function) {
        functions.put(name, function);
        return this;
    }

    /** Loads states, written with single quotes, as a machine that begins with the state S. */
    void load(String states) {
        loadWhole("{'QueryLanguage':'JSONata','StartAt':'S','States':{" + states + "}}");
    }

    void loadWhole(String definition) {
        machines.add("Tested", MACHINE, quoted(definition), Map.of("F", FUNCTION + "f", "G", FUNCTION + "g"));
    }

    /** Starts what was loaded and lets everything run that needs no time. */
    ExecutionDescription start(String input) {
        var started = executions.start(MACHINE, "run", quoted(input));
        agenda.settle();
        return executions.describe(started.executionArn());
    }

    ExecutionDescription run(String states, String input) {
        load(states);
        return start(input);
    }

    ExecutionDescription describe() {
        return executions.describe(arn());
    }

    List<HistoryEvent> history() {
        return executions.history(arn());
    }

    List<String> events() {
        return history().stream().map(HistoryEvent::type).toList();
    }

    Map<String, @Nullable Object> details(String type) {
        return history().stream()
                .filter(event -> event.type().equals(type))
                .reduce((first, last) -> last)
                .orElseThrow()
                .details();
    }

    static String arn() {
        return MACHINE.replace("stateMachine", "execution") + ":run";
    }

    /** JSON with single quotes made readable in Java; a quote inside an expression is written as a backtick. */
    static String quoted(String text) {
        return text.replace('\'', '"').replace('`', '\'');
    }
}
