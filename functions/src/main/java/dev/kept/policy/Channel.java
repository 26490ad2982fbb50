package dev.kept.policy;

/** The way by which something is said to people. */
public enum Channel implements Word {
    EMAIL,
    PHONE,
    TEXT_MESSAGE,
    POST,
    PUSH,
    SITE
}
