package dev.kept.local.states;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One way through a flow, of a machine, a branch or an iteration: the state it is in and the variables it has. */
final class Walk {
    private final Run run;
    private final Flow flow;
    private final @Nullable Walk parent;
    private final @Nullable Fork within;
    private final int index;
    private final @Nullable Item item;
    private final Map<String, @Nullable Object> variables = new LinkedHashMap<>();
    private final UnderWay underWay = new UnderWay();
    private Position position;
    private long lastEvent;
    private boolean over;

    Walk(Run run, Flow flow) {
        this(run, flow, null, null, 0, null, 0);
    }

    Walk(Fork within, Walk parent, Flow flow, int index, @Nullable Item item, long lastEvent) {
        this(parent.run, flow, parent, within, index, item, lastEvent);
    }

    private Walk(
            Run run,
            Flow flow,
            @Nullable Walk parent,
            @Nullable Fork within,
            int index,
            @Nullable Item item,
            long lastEvent) {
        this.run = run;
        this.flow = flow;
        this.parent = parent;
        this.within = within;
        this.index = index;
        this.item = item;
        this.lastEvent = lastEvent;
        this.position = new Position(flow.state(flow.startAt()), null, run.started());
    }

    void start(@Nullable Object input) {
        go(flow.startAt(), input);
    }

    Run run() {
        return run;
    }

    int index() {
        return index;
    }

    @Nullable
    Item item() {
        return item;
    }

    @Nullable
    Object input() {
        return position.input();
    }

    Position position() {
        return position;
    }

    Instant now() {
        return run.engine().now();
    }

    boolean over() {
        return over || !run.isRunning();
    }

    long lastEvent() {
        return lastEvent;
    }

    void lastEvent(long id) {
        lastEvent = id;
    }

    long record(String type, Map<String, @Nullable Object> details) {
        lastEvent = run.history().add(now(), lastEvent, type, details);
        return lastEvent;
    }

    /** What an expression of the state that it is in can see. */
    Scope scope(Map<String, @Nullable Object> more) {
        return scopeOf(item, more);
    }

    Scope scopeOf(@Nullable Item current, Map<String, @Nullable Object> more) {
        var states = new LinkedHashMap<String, @Nullable Object>();
        states.put("input", position.input());
        states.put("context", position.context(run, underWay.token(), current));
        states.putAll(more);
        return new Scope(states, visible(), run.engine().builtins());
    }

    /** Leaves an entry that goes on with the state it is in. */
    void continueAt(Instant instant, Runnable step) {
        underWay.entry(run.engine().later(this, instant, position.state().name(), step));
    }

    void attempt(Attempt started) {
        underWay.attempt(started);
    }

    void fork(Fork started) {
        underWay.fork(started);
        started.startMore();
    }

    /** Goes on with the result of a task, of branches or of items. */
    void complete(Way way, @Nullable Object result) {
        requireShort(result);
        way.take(this, result, Json.objectWith("result", result));
    }

    void requireShort(@Nullable Object value) {
        if (Json.tooLong(Json.write(value))) {
            throw StateFailed.tooLong(position.state().name());
        }
    }

    /** Ends the state it is in, with the output checked and the variables only now assigned. */
    void leave(@Nullable Object output, Map<String, @Nullable Object> assigned, @Nullable String next) {
        requireShort(output);
        assigned.values().forEach(this::requireShort);
        var details = History.text("output", Json.write(output));
        details.put("name", position.state().name());
        details.putAll(History.assigned(assigned));
        record(position.state().type() + "StateExited", details);
        variables.putAll(assigned);
        underWay.letGo();
        if (next != null) {
            go(next, output);
            return;
        }
        over = true;
        if (within == null) {
            run.succeed(output);
        } else {
            within.succeeded(this, output);
        }
    }

    /** An error of the state it is in: tried again, caught, or the end. */
    void fail(StateFailed failed) {
        underWay.letGo();
        var state = position.state();
        var told = told(failed);
        int retrier = state.recovery().retrierFor(told);
        if (retrier >= 0 && position.mayTry(retrier)) {
            continueAt(now().plus(delay(retrier)), () -> state.run(this));
            return;
        }
        var catcher = state.recovery().catcherFor(told);
        if (catcher == null) {
            die(told);
            return;
        }
        var cause = told.causeText();
        var errorOutput = Json.object("Error", told.error(), "Cause", cause == null ? "" : cause);
        try {
            catcher.way().take(this, errorOutput, Json.objectWith("errorOutput", errorOutput));
        } catch (StateFailed second) {
            die(told(second));
        }
    }

    /** The error goes up to whatever this walk is part of. */
    void die(StateFailed failed) {
        underWay.letGo();
        over = true;
        if (within == null) {
            run.fail(failed);
        } else {
            within.failed(this, failed);
        }
    }

    /** Ended from outside: a sibling failed, or the execution was stopped or ran out of time. */
    void abort() {
        if (over) {
            return;
        }
        over = true;
        underWay.letGo();
        if (position.canBeAborted()) {
            record(position.state().type() + "StateAborted", Map.of());
        }
    }

    void guarded(Runnable step) {
        try {
            step.run();
        } catch (StateFailed failed) {
            fail(failed);
        }
    }

    private void go(String next, @Nullable Object input) {
        position = new Position(flow.state(next), input, now());
        continueAt(now(), this::enter);
    }

    private void enter() {
        var details = History.text("input", Json.write(position.input()));
        details.put("name", position.state().name());
        position.entered(now(), record(position.state().type() + "StateEntered", details));
        position.state().run(this);
    }

    private StateFailed told(StateFailed failed) {
        var told = failed.in(position.state().name(), position.enteredEvent());
        if (told.location() != null) {
            record("EvaluationFailed", told.asEvent(position.state().name()));
        }
        return told;
    }

    private Duration delay(int retrier) {
        int before = position.countTry(retrier);
        return position.state()
                .recovery()
                .retriers()
                .get(retrier)
                .delay(before, run.engine().agenda().random());
    }

    private Map<String, @Nullable Object> visible() {
        if (parent == null) {
            return variables;
        }
        var all = new LinkedHashMap<>(parent.visible());
        all.putAll(variables);
        return all;
    }
}
