package dev.kept.local.states;

/** The token has the right form, but no execution that is still known gave it out. */
public final class TaskDoesNotExist extends CallRefused {
    TaskDoesNotExist() {
        super("Task Does Not Exist");
    }
}
