package dev.kept.clock;

/** What an agent or an auditor should know about how a deadline came about. */
public enum Flag {
    /** A question was asked so late that "without undue delay" is doubtful. */
    UNDUE_DELAY_RISK,
    /** An extension was recorded too late, without a reason or twice, and does not count. */
    EXTENSION_NOT_COUNTED
}
