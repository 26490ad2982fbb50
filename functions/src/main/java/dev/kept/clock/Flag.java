package dev.kept.clock;

/** What an agent or an auditor should know about how a deadline came about. */
public enum Flag {
    /** A question was asked so late that "without undue delay" is doubtful. */
    UNDUE_DELAY_RISK,
    /** An extension was recorded too late, without a reason or twice, and does not count. */
    EXTENSION_NOT_COUNTED,
    /** Data can be fetched for less time than a customer has who leaves a data processing service (Data Act art. 25(2)(g)). */
    WARN_DATA_ACT_25_2_G
}
