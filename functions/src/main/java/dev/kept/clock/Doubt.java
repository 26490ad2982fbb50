package dev.kept.clock;

/** What a person is asked for before her request can be answered. */
public enum Doubt {
    /** Who is asking. */
    IDENTITY,
    /** What exactly is asked, where much is held (GDPR recital 63). */
    SCOPE,
    /** The fee of a manifestly unfounded or excessive request (GDPR art. 12(5)). */
    FEE
}
