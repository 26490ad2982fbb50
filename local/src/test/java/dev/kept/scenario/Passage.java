package dev.kept.scenario;

import dev.kept.json.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.ExecutionDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;

/**
 * How the workflow of one request went, told so that two systems can be compared: each state with what went into it and
 * came out, each error by its name, and the end. The request's id is written {@code <request>}.
 *
 * @param status such as {@code SUCCEEDED}
 * @param lines what happened, in its order; what ran side by side is sorted
 * @param waits what each wait led to that ended with nothing new, until the workflow waited in that state again; how often
 *     that happens is a matter of time
 */
record Passage(String status, List<String> lines, Set<List<String>> waits) {
    private static final String INTO = "into ";
    private static final String OUT_OF = "out of ";
    private static final String WAITED = "waited long enough";
    /** The states whose branches run side by side, in no order. */
    private static final List<String> BRANCHING =
            List.of("Gather From Systems ", "Correct In Systems ", "Erase From Systems ", "Stop In Systems ");

    Passage {
        lines = List.copyOf(lines);
        waits = Set.copyOf(waits);
    }

    /** The passage of a request through whichever of the machines carries it out. */
    static Passage of(SfnClient workflows, List<String> machines, String requestId) {
        var arn = execution(workflows, machines, requestId)
                .orElseThrow(() -> new AssertionError("no workflow carries that request out"));
        var lines = new ArrayList<String>();
        workflows
                .getExecutionHistoryPaginator(
                        history -> history.executionArn(arn).maxResults(500))
                .events()
                .forEach(event -> line(event).ifPresent(line -> lines.add(line.replace(requestId, "<request>"))));
        sortBranches(lines);
        var waits = takeWaits(lines);
        return new Passage(
                workflows.describeExecution(one -> one.executionArn(arn)).statusAsString(), lines, waits);
    }

    /** The execution that carries a request out, whichever of the machines it is of. */
    static Optional<String> execution(SfnClient workflows, List<String> machines, String requestId) {
        for (var machine : machines) {
            var arn = machine.replace(":stateMachine:", ":execution:") + ":" + requestId;
            try {
                return Optional.of(workflows
                        .describeExecution(one -> one.executionArn(arn))
                        .executionArn());
            } catch (ExecutionDoesNotExistException another) {
                // it is none of this machine's
            }
        }
        return Optional.empty();
    }

    private static Optional<String> line(HistoryEvent event) {
        return Optional.ofNullable(
                switch (event.type()) {
                    case LAMBDA_FUNCTION_FAILED ->
                        "failed: " + event.lambdaFunctionFailedEventDetails().error();
                    case LAMBDA_FUNCTION_TIMED_OUT ->
                        "failed: " + event.lambdaFunctionTimedOutEventDetails().error();
                    case TASK_FAILED ->
                        "failed: " + event.taskFailedEventDetails().error();
                    case TASK_TIMED_OUT -> WAITED;
                    case EXECUTION_FAILED ->
                        "ends: "
                                + event.executionFailedEventDetails().error() + ", "
                                + event.executionFailedEventDetails().cause();
                    case EXECUTION_SUCCEEDED ->
                        "ends: " + plain(event.executionSucceededEventDetails().output());
                    default -> ofState(event);
                });
    }

    private static @Nullable String ofState(HistoryEvent event) {
        var entered = event.stateEnteredEventDetails();
        if (entered != null) {
            return INTO + entered.name() + " " + plain(entered.input());
        }
        var exited = event.stateExitedEventDetails();
        return exited == null ? null : OUT_OF + exited.name() + " " + plain(exited.output());
    }

    /** The same JSON, its members in the order of their names. */
    private static String plain(String json) {
        try {
            return Trees.write(sorted(Trees.read(json)));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static @Nullable Object sorted(@Nullable Object tree) {
        if (tree instanceof Map<?, ?> members) {
            var byName = new TreeMap<String, @Nullable Object>();
            members.forEach((name, value) -> byName.put(String.valueOf(name), sorted(value)));
            return byName;
        }
        return tree instanceof List<?> values
                ? values.stream().<@Nullable Object>map(Passage::sorted).toList()
                : tree;
    }

    private static void sortBranches(List<String> lines) {
        for (var state : BRANCHING) {
            var from = next(lines, 0, INTO + state);
            while (from < lines.size()) {
                var to = next(lines, from, OUT_OF + state);
                if (to < lines.size()) {
                    lines.subList(from + 1, to).sort(null);
                }
                from = next(lines, to, INTO + state);
            }
        }
    }

    private static Set<List<String>> takeWaits(List<String> lines) {
        var waits = new HashSet<List<String>>();
        for (var ended = lines.indexOf(WAITED); ended >= 0; ended = lines.indexOf(WAITED)) {
            var begun = ended;
            while (!lines.get(begun).startsWith(INTO)) {
                begun--;
            }
            var state = lines.get(begun).substring(0, lines.get(begun).indexOf(" {") + 1);
            var again = next(lines, ended, state);
            var wait = lines.subList(ended, Math.min(again + 1, lines.size()));
            waits.add(List.copyOf(wait));
            wait.clear();
        }
        return waits;
    }

    /** The index of the first line from there on that begins so; the number of lines when none does. */
    private static int next(List<String> lines, int from, String beginning) {
        var index = from;
        while (index < lines.size() && !lines.get(index).startsWith(beginning)) {
            index++;
        }
        return index;
    }
}
