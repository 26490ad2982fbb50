package dev.kept.local.states;

import dev.kept.local.time.Entry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One execution: what it was started with, where it stands, and what has happened in it. */
final class Run {
    /** No execution lasts longer, whatever its machine says. */
    private static final Duration LONGEST = Duration.ofDays(365);

    private final Engine engine;
    private final StateMachine machine;
    private final String name;
    private final String inputText;
    private final @Nullable Object input;
    private final Instant started;
    private final Runnable closed;
    private final History history = new History();
    private final List<String> tokens = new ArrayList<>();
    private ExecutionStatus status = ExecutionStatus.RUNNING;
    private @Nullable Walk root;
    private @Nullable Entry timeout;
    private @Nullable Instant stopped;
    private @Nullable String output;
    private @Nullable String error;
    private @Nullable String cause;

    Run(Engine engine, StateMachine machine, String name, String inputText, @Nullable Object input, Runnable closed) {
        this.engine = engine;
        this.machine = machine;
        this.name = name;
        this.inputText = inputText;
        this.input = input;
        this.started = engine.now();
        this.closed = closed;
    }

    void start() {
        history.add(started, 0, "ExecutionStarted", History.text("input", inputText));
        var seconds = machine.definition().timeoutSeconds();
        var limit = seconds == null || seconds > LONGEST.toSeconds() ? LONGEST : Duration.ofSeconds(seconds);
        timeout = engine.agenda().at(started.plus(limit), "timeout of " + name, this::timeOut);
        root = new Walk(this, machine.definition().flow());
        root.start(input);
    }

    Engine engine() {
        return engine;
    }

    StateMachine machine() {
        return machine;
    }

    String name() {
        return name;
    }

    String arn() {
        return machine.executionArn(name);
    }

    @Nullable
    Object input() {
        return input;
    }

    String inputText() {
        return inputText;
    }

    Instant started() {
        return started;
    }

    History history() {
        return history;
    }

    /** All tokens that were given out, to be forgotten with the execution. */
    List<String> tokens() {
        return tokens;
    }

    boolean isRunning() {
        return status == ExecutionStatus.RUNNING;
    }

    void succeed(@Nullable Object result) {
        var text = Json.write(result);
        output = text;
        close(ExecutionStatus.SUCCEEDED, "ExecutionSucceeded", History.text("output", text));
    }

    void fail(StateFailed failed) {
        if (isRunning()) {
            error = failed.error().isEmpty() ? null : failed.error();
            cause = failed.causeText();
            close(ExecutionStatus.FAILED, "ExecutionFailed", Json.object("error", error, "cause", cause));
        }
    }

    void stop(@Nullable String because, @Nullable String explanation) {
        if (isRunning()) {
            error = because;
            cause = explanation;
            close(ExecutionStatus.ABORTED, "ExecutionAborted", Json.object("error", error, "cause", cause));
        }
    }

    void endAtHistoryLimit() {
        if (isRunning() && history.isFull()) {
            fail(StateFailed.reported(
                    StateFailed.RUNTIME,
                    "The execution reached the maximum number of history events (" + History.LIMIT + ")."));
        }
    }

    ExecutionDescription describe() {
        return new ExecutionDescription(
                arn(), machine.arn(), name, status, started, stopped, inputText, output, error, cause);
    }

    private void timeOut() {
        engine.locked(() -> {
            if (isRunning()) {
                close(ExecutionStatus.TIMED_OUT, "ExecutionTimedOut", Map.of());
            }
            return true;
        });
    }

    private void close(ExecutionStatus end, String event, Map<String, @Nullable Object> details) {
        status = end;
        stopped = engine.now();
        long last = 0;
        if (root != null) {
            root.abort();
            last = root.lastEvent();
            root = null;
        }
        history.add(engine.now(), last, event, details);
        if (timeout != null) {
            timeout.cancel();
        }
        closed.run();
    }
}
