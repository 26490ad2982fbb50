package dev.kept.local.states;

/** The name of an execution has characters that it must not have, or is too long. */
public final class InvalidName extends CallRefused {
    InvalidName(String name) {
        super("Invalid Name: '" + name + "'");
    }
}
