package dev.kept.local.states;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Where a walk is: the state, its input, when it was entered, and how often it was tried again. */
final class Position {
    private static final DateTimeFormatter MILLISECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSX").withZone(ZoneOffset.UTC);
    private static final Set<String> LASTING = Set.of("Task", "Wait", "Map", "Parallel");
    private static final Set<String> RETRIED = Set.of("Task", "Map", "Parallel");

    private final State state;
    private final @Nullable Object input;
    private final int[] tries;
    private Instant enteredAt;
    private long enteredEvent;
    private int retryCount;

    Position(State state, @Nullable Object input, Instant at) {
        this.state = state;
        this.input = input;
        this.enteredAt = at;
        this.tries = new int[state.recovery().retriers().size()];
    }

    State state() {
        return state;
    }

    @Nullable
    Object input() {
        return input;
    }

    long enteredEvent() {
        return enteredEvent;
    }

    int retryCount() {
        return retryCount;
    }

    void entered(Instant instant, long event) {
        enteredAt = instant;
        enteredEvent = event;
    }

    boolean canBeAborted() {
        return enteredEvent > 0 && LASTING.contains(state.type());
    }

    boolean mayTry(int retrier) {
        return tries[retrier] < state.recovery().retriers().get(retrier).maxAttempts();
    }

    /** How often the retrier was used before this time. */
    int countTry(int retrier) {
        retryCount++;
        return tries[retrier]++;
    }

    /** The context object, as the state's expressions see it. */
    Map<String, @Nullable Object> context(Run run, @Nullable String token, @Nullable Item item) {
        var execution =
                Json.object("Id", run.arn(), "Name", run.name(), "StartTime", MILLISECONDS.format(run.started()));
        execution.put("Input", run.input());
        var current = Json.object("Name", state.name(), "EnteredTime", MILLISECONDS.format(enteredAt));
        if (RETRIED.contains(state.type())) {
            current.put("RetryCount", retryCount);
        }
        var context = new LinkedHashMap<String, @Nullable Object>();
        context.put("Execution", execution);
        context.put("State", current);
        context.put(
                "StateMachine",
                Json.object("Id", run.machine().arn(), "Name", run.machine().name()));
        if (token != null) {
            context.put("Task", Map.of("Token", token));
        }
        if (item != null) {
            var value = Json.object("Index", item.index());
            value.put("Value", item.value());
            context.put("Map", Map.of("Item", value));
        }
        return context;
    }
}
