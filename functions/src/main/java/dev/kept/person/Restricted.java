package dev.kept.person;

/** A person's records may not be used now: they are restricted (GDPR art. 18). */
public final class Restricted extends RuntimeException {
    private static final long serialVersionUID = 1;

    Restricted(String personId) {
        super("the records of " + personId + " are restricted");
    }
}
