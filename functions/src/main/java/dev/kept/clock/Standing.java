package dev.kept.clock;

/** How a case stands towards its deadline at a given moment, or stood when it was closed; the later in this list, the worse. */
public enum Standing {
    /** Answered or refused before the strict date. */
    MET,
    /** Open, and a question that stops the clock waits for its answer. */
    STOPPED,
    /** Open, and the strict date is ahead. */
    RUNNING,
    /** The strict date has passed, the outer one has not. */
    OVERDUE,
    /** The law's last reading has passed. */
    BREACHED
}
