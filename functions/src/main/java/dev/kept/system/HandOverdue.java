package dev.kept.system;

/** Nobody has acted by hand in time: the system is named in the answer as open, and the task stays. */
public final class HandOverdue extends SystemUnavailable {
    private static final long serialVersionUID = 1;

    public HandOverdue(String system, String taskId) {
        super(system, "the task " + taskId + " is overdue");
    }
}
