package dev.kept.local.states;

import dev.kept.local.time.Agenda;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Starts, tells and ends executions, and takes the answers to their tasks: the calls of Step Functions, locally. */
public final class Executions {
    private static final Duration REMEMBERED = Duration.ofDays(90);
    private static final Pattern NAME = Pattern.compile("[^\\s\\p{Cntrl}<>{}\\[\\]?*\"#%\\\\^|~`$&,;:/]{1,80}");

    private final StateMachines machines;
    private final Engine engine;
    private final Map<String, Run> runs = new LinkedHashMap<>();

    public Executions(StateMachines machines, Agenda agenda, FunctionCaller caller, Interference interference) {
        this.machines = machines;
        this.engine = new Engine(agenda, caller, interference);
    }

    /** A start that repeats one that still runs gives that one; without a name it gets a random one. */
    public ExecutionDescription start(String stateMachineArn, @Nullable String name, String input) {
        var machine = machines.find(stateMachineArn);
        if (name != null && !NAME.matcher(name).matches()) {
            throw new InvalidName(name);
        }
        var tree = inputTree(input);
        return engine.locked(() -> {
            var chosen = name == null ? Builtins.uuid(engine.agenda().random()) : name;
            var arn = machine.executionArn(chosen);
            var known = runs.get(arn);
            if (known == null) {
                var run = new Run(engine, machine, chosen, input, tree, () -> forgetLater(arn));
                runs.put(arn, run);
                run.start();
                return run.describe();
            }
            if (known.isRunning() && known.inputText().equals(input)) {
                return known.describe();
            }
            throw new ExecutionAlreadyExists(arn);
        });
    }

    public ExecutionDescription describe(String executionArn) {
        return engine.locked(() -> find(executionArn).describe());
    }

    /** The executions of a machine, the last started first; all of them, or those of one status. */
    public List<ExecutionDescription> list(String stateMachineArn, @Nullable ExecutionStatus status) {
        machines.find(stateMachineArn);
        return all().stream()
                .filter(execution -> execution.stateMachineArn().equals(stateMachineArn))
                .filter(execution -> status == null || execution.status() == status)
                .toList();
    }

    /** Every execution that is still known, the last started first. */
    public List<ExecutionDescription> all() {
        return engine.locked(() -> {
            var all = new ArrayList<ExecutionDescription>();
            runs.values().forEach(run -> all.add(run.describe()));
            Collections.reverse(all);
            return all;
        });
    }

    public List<HistoryEvent> history(String executionArn) {
        return engine.locked(() -> find(executionArn).history().all());
    }

    /** Ends an execution; one that has closed stays as it is. */
    public ExecutionDescription stop(String executionArn, @Nullable String error, @Nullable String cause) {
        return engine.locked(() -> {
            var run = find(executionArn);
            run.stop(error, cause);
            return run.describe();
        });
    }

    public void sendTaskSuccess(String token, String output) {
        @Nullable Object tree = outputTree(output);
        engine.locked(() -> {
            engine.tokens().find(token).answer(tree);
            return true;
        });
    }

    public void sendTaskFailure(String token, @Nullable String error, @Nullable String cause) {
        engine.locked(() -> {
            engine.tokens().find(token).refuse(StateFailed.reported(error == null ? "" : error, cause));
            return true;
        });
    }

    public void sendTaskHeartbeat(String token) {
        engine.locked(() -> {
            engine.tokens().find(token).beat();
            return true;
        });
    }

    private Run find(String executionArn) {
        var run = runs.get(executionArn);
        if (run == null) {
            throw new ExecutionDoesNotExist(executionArn);
        }
        return run;
    }

    private void forgetLater(String arn) {
        engine.agenda()
                .after(
                        REMEMBERED,
                        "forgetting " + arn,
                        () -> engine.locked(() -> {
                            var run = runs.remove(arn);
                            if (run != null) {
                                run.tokens().forEach(engine.tokens()::forget);
                            }
                            return true;
                        }));
    }

    private static @Nullable Object inputTree(String input) {
        if (Json.tooLong(input)) {
            throw new InvalidExecutionInput("it is longer than 256 KiB");
        }
        try {
            return Json.read(input);
        } catch (Json.NotJson notJson) {
            throw new InvalidExecutionInput(notJson.reason());
        }
    }

    private static @Nullable Object outputTree(String output) {
        if (Json.tooLong(output)) {
            throw new InvalidOutput("it is longer than 256 KiB");
        }
        try {
            return Json.read(output);
        } catch (Json.NotJson notJson) {
            throw new InvalidOutput(notJson.reason());
        }
    }
}
