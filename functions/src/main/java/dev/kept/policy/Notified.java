package dev.kept.policy;

/** How a recipient learns that data were corrected, erased or restricted (GDPR art. 19). */
public enum Notified implements Word {
    /** It runs the machines that Kept's systems stand on: what changes there has changed with it. */
    HOSTS,
    /** By mail to its contact. */
    CONTACT,
    /** By a member of staff, who gets a task. */
    STAFF
}
