package dev.kept.person;

/** What a person's records are read for. */
public enum Use {
    /** To answer or to protect the person herself: her requests, storage, purge. Always possible. */
    RIGHTS,
    /** For legal claims, of the organisation or of others (GDPR art. 18(2)). Possible while restricted. */
    CLAIMS,
    /** For anything that the policy names as a purpose: refused while restricted, and where she has objected. */
    PROCESSING;

    /** Whether a restriction or an objection stands against it. */
    boolean isLimited() {
        return this == PROCESSING;
    }
}
