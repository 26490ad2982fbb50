package dev.kept.policy;

/** What a person may ask for. */
public enum RequestKind implements Word {
    ACCESS,
    PORTABILITY,
    CORRECTION,
    DELETION,
    RESTRICTION,
    OBJECTION
}
