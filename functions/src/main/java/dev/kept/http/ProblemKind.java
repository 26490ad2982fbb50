package dev.kept.http;

import java.util.Locale;

/** The kinds of problem that a caller may meet; each has a page at {@code /problems/<kind>} that explains it. */
public enum ProblemKind {
    MALFORMED_BODY(400, "The body cannot be read"),
    UNAUTHENTICATED(401, "Sign in first"),
    FORBIDDEN(403, "Not for your role"),
    SAME_PERSON(403, "A second person has to decide"),
    FOREIGN_ORIGIN(403, "The form was sent from another site"),
    NOT_FOUND(404, "Not here"),
    ALREADY_DECIDED(409, "Already decided"),
    PLAN_CHANGED(409, "The plan has changed"),
    TOO_LATE(409, "Too late for this"),
    TOO_MANY_FILES(409, "No more files are taken"),
    REPETITION(409, "The same key with other content"),
    LINK_EXPIRED(410, "The link no longer works"),
    TOO_LARGE(413, "The body is too large"),
    UNSUPPORTED_MEDIA_TYPE(415, "The body is of a type that is not read here"),
    INVALID_INPUT(422, "Some fields need another value"),
    CARD_DATA(422, "Card numbers are not accepted"),
    TOO_MANY_REQUESTS(429, "Too many requests"),
    INTERNAL(500, "Something went wrong on our side"),
    UNAVAILABLE(503, "Not available for the moment");

    private final int status;
    private final String title;

    ProblemKind(int status, String title) {
        this.status = status;
        this.title = title;
    }

    public int status() {
        return status;
    }

    /** Fixed per kind (RFC 9457, 3.1.3); what is particular to one occurrence is the problem's detail. */
    public String title() {
        return title;
    }

    /** The kind's name in addresses, such as {@code card-data}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
