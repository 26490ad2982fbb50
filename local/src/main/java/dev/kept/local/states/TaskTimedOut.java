package dev.kept.local.states;

/** The task of the token was answered before, ran out of time, or its execution closed. */
public final class TaskTimedOut extends CallRefused {
    TaskTimedOut() {
        super("Task Timed Out: 'Provided task does not exist anymore'");
    }
}
