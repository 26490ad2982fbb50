package dev.kept.system;

import java.time.Instant;

/** Somebody has to act by hand, and has not said yet that it is done: the workflow asks again until the task is due. */
public final class HandAwaited extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String taskId;
    private final transient Instant due;

    public HandAwaited(String system, String taskId, Instant due) {
        super(system + " waits for the task " + taskId);
        this.taskId = taskId;
        this.due = due;
    }

    /** The task in which it is said. */
    public String taskId() {
        return taskId;
    }

    /** Until when it is waited for. */
    public Instant due() {
        return due;
    }
}
