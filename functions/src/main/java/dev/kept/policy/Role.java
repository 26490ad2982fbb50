package dev.kept.policy;

/** Whether the organisation decides on the data itself, holds them for its customers, or both (GDPR art. 4(7), 4(8)). */
public enum Role implements Word {
    CONTROLLER,
    PROCESSOR,
    BOTH
}
