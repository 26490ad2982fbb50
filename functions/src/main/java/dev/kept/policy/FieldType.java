package dev.kept.policy;

/** What may be typed into a field, which decides how it is drawn and how it is checked. */
public enum FieldType implements Word {
    TEXT,
    LONG_TEXT,
    EMAIL,
    PHONE,
    COUNTRY,
    /** A whole number. */
    NUMBER,
    /** Digits whose leading zeros count, such as the last four of a card. */
    DIGITS,
    CHOICE,
    /** A day, such as 2026-12-01. */
    DATE
}
