package dev.kept.clock;

/** What has to be done by the deadline. */
public enum Duty {
    /** Confirm that the request has come in, and say what happens next. */
    ACKNOWLEDGE,
    /** Answer the request in substance. */
    ANSWER,
    /** Stop selling and sharing, or limit the use of sensitive data. */
    OPT_OUT,
    /** Not ask a person who opted out to opt in again. */
    WAIT_TO_ASK_AGAIN,
    /** Keep the record of a request. */
    KEEP_REQUEST_RECORD,
    /** Notify a breach to the supervisory authority. */
    NOTIFY_AUTHORITY,
    /** Notify a breach to the people concerned. */
    NOTIFY_PEOPLE,
    /** Send the Attorney General a copy of the notice, counted from that notice. */
    COPY_TO_ATTORNEY_GENERAL,
    /** Delete what a closed account leaves behind. */
    PURGE,
    /** Keep what a customer who leaves may still fetch. */
    KEEP_FOR_RETRIEVAL;

    /** A period that has to pass; a promise, which says "at most", does not shorten it. */
    boolean isMinimum() {
        return this == WAIT_TO_ASK_AGAIN || this == KEEP_REQUEST_RECORD || this == KEEP_FOR_RETRIEVAL;
    }
}
