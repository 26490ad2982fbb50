package dev.kept.local.states;

import dev.kept.local.time.Entry;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One try at a task: its call, its token, and the two timeouts that can end it. */
final class Attempt {
    private final Walk walk;
    private final TaskState task;
    private final Engine engine;
    private final TaskEvents events;
    private @Nullable String token;
    private @Nullable Integer heartbeatSeconds;
    private @Nullable Instant deadline;
    private @Nullable Entry timeout;
    private @Nullable Entry heartbeat;
    private @Nullable Entry next;

    /** No more can come of it: it is answered, out of time, or given up. */
    private boolean over;

    Attempt(Walk walk, TaskState task) {
        this.walk = walk;
        this.task = task;
        this.engine = walk.run().engine();
        this.events = new TaskEvents(walk, task.resource());
    }

    @Nullable
    String token() {
        return token;
    }

    void start() {
        if (task.resource().waits()) {
            token = engine.tokens().issue(walk.run().machine().arn(), this);
            walk.run().tokens().add(token);
        }
        var template = task.arguments();
        var arguments = template == null ? walk.input() : template.evaluate(walk.scope(Map.of()));
        walk.requireShort(arguments);
        var timeoutSeconds = task.seconds(task.timeoutSeconds(), "TimeoutSeconds", walk);
        heartbeatSeconds = task.seconds(task.heartbeatSeconds(), "HeartbeatSeconds", walk);
        var invocation = Invocation.of(task.resource(), arguments, walk);
        events.scheduled(Json.write(arguments), timeoutSeconds, heartbeatSeconds);
        events.started();
        if (timeoutSeconds != null) {
            deadline = walk.now().plusSeconds(timeoutSeconds);
            timeout = later(timeoutSeconds, () -> timeOut(StateFailed.timeout()));
        }
        beat();
        // outside the lock, since the function may call back
        next = engine.agenda().at(walk.now(), task.name() + " of " + walk.run().name(), () -> call(invocation));
    }

    /** A sign of life. */
    void beat() {
        if (heartbeatSeconds != null) {
            if (heartbeat != null) {
                heartbeat.cancel();
            }
            heartbeat = later(heartbeatSeconds, () -> timeOut(StateFailed.heartbeatTimeout()));
        }
    }

    /** Answered through its token; the walk goes on in an entry of its own, so the caller need not wait for it. */
    void answer(@Nullable Object output) {
        end();
        walk.continueAt(walk.now(), () -> succeed(output));
    }

    void refuse(StateFailed failed) {
        end();
        walk.continueAt(walk.now(), () -> fail(failed));
    }

    /** Lets nothing more come of it. */
    void end() {
        over = true;
        for (var entry : new Entry[] {timeout, heartbeat, next}) {
            if (entry != null) {
                entry.cancel();
            }
        }
        if (token != null) {
            engine.tokens().close(token);
        }
    }

    private void call(Invocation invocation) {
        if (engine.locked(this::isOver)) {
            return;
        }
        try {
            var answer = invocation.make(engine.caller(), engine.interference());
            then(() -> arrived(invocation, answer));
        } catch (FunctionFailed failed) {
            then(() -> fail(StateFailed.reported(failed.errorType(), failed.asCause())));
        } catch (RuntimeException unforeseen) {
            then(() -> fail(StateFailed.reported("Lambda.Unknown", "The function could not be called.")));
            throw unforeseen;
        }
    }

    private void then(Runnable step) {
        engine.step(walk, () -> {
            if (isOver()) {
                return;
            }
            if (deadline != null && !walk.now().isBefore(deadline)) {
                // on a live clock a function can take longer than it may
                timeOut(StateFailed.timeout());
            } else {
                step.run();
            }
        });
    }

    private void arrived(Invocation invocation, Invocation.Answer answer) {
        if (!answer.arrived()) {
            return;
        }
        var result = invocation.result(answer.payload());
        if (task.resource().waits()) {
            walk.requireShort(result);
            events.submitted(Json.write(result));
        } else {
            succeed(result);
        }
    }

    private void succeed(@Nullable Object result) {
        end();
        walk.requireShort(result);
        events.succeeded(Json.write(result));
        walk.complete(task.way(), result);
    }

    private void fail(StateFailed failed) {
        end();
        events.failed(failed);
        walk.fail(failed);
    }

    private void timeOut(StateFailed failed) {
        end();
        events.timedOut(failed);
        walk.fail(failed);
    }

    private boolean isOver() {
        return over || walk.over();
    }

    private Entry later(int seconds, Runnable step) {
        return engine.later(walk, walk.now().plusSeconds(seconds), "timeout of " + task.name(), step);
    }
}
