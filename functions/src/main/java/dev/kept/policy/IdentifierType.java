package dev.kept.policy;

/** What a person can be found by. */
public enum IdentifierType implements Word {
    EMAIL,
    PHONE,
    ACCOUNT
}
