package dev.kept.ledger;

import java.util.Locale;

/**
 * One line of what {@link VerifyEvidence} found out.
 *
 * @param verdict whether it held
 * @param about the file or files
 * @param text what was checked, or what is wrong
 */
record Finding(Verdict verdict, String about, String text) {
    /** Whether something held. */
    enum Verdict {
        OK,
        /** Nothing is wrong, but less is proved than could be. */
        NOTE,
        BROKEN
    }

    static Finding ok(String about, String text) {
        return new Finding(Verdict.OK, about, text);
    }

    static Finding note(String about, String text) {
        return new Finding(Verdict.NOTE, about, text);
    }

    static Finding broken(String about, String text) {
        return new Finding(Verdict.BROKEN, about, text);
    }

    boolean isBroken() {
        return verdict == Verdict.BROKEN;
    }

    String line() {
        return "%-7s %s: %s"
                .formatted(verdict == Verdict.BROKEN ? "BROKEN" : verdict.name().toLowerCase(Locale.ROOT), about, text);
    }
}
