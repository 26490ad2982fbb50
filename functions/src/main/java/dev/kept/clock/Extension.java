package dev.kept.clock;

/** The answer to whether a period may be extended. */
public sealed interface Extension {
    /** It may: the event to store, and the deadline that follows from it. */
    record Granted(ClockEvent event, Deadline deadline) implements Extension {}

    record Refused(Why why) implements Extension {}

    enum Why {
        /** The law gives no extension of this period. */
        NOT_PROVIDED,
        /** The person must be told why, and nobody said. */
        NO_REASON,
        /** One extension only. */
        TWICE,
        /** The notice did not leave within the first period. */
        TOO_LATE,
        /** The case is closed. */
        CLOSED
    }
}
