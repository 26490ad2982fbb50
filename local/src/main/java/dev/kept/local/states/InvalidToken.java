package dev.kept.local.states;

/** What was sent does not have the form of a task token. */
public final class InvalidToken extends CallRefused {
    InvalidToken() {
        super("Invalid Token: 'Invalid token'");
    }
}
