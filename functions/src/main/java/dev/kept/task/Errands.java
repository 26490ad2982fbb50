package dev.kept.task;

import dev.kept.staff.StaffMember;

/** Tasks that are no decision about a request: something that a member of staff does and reports. */
public interface Errands {
    /** Whether the task is one. */
    boolean include(Task task);

    /**
     * Takes the report: approved is done, refused is that it cannot be done.
     *
     * @return the word of where it stands now
     */
    String done(Task task, Decide.Choice report, StaffMember who);
}
