package dev.kept.retention;

import dev.kept.policy.RequestKind;

/**
 * What wins where several things meet on a record whose last day has come. The order is that of {@code docs/retention.md}: a legal
 * hold over everything, then a restriction (GDPR art. 18(2)), then an answer that is being prepared, and else the record goes.
 */
final class Precedence {
    private Precedence() {}

    /** What becomes of a record. */
    enum Fate {
        /** Its last day has not passed, whatever the index said. */
        STAYS,
        /** A hold covers it: it stays until that is released, and is looked at again within a week (LAW 4.9). */
        HELD,
        /** Its person's data are restricted: they are kept and used for nothing else. */
        RESTRICTED,
        /** A request of hers is being answered, for which it is needed: it goes the day after. */
        AWAITED,
        GOES;

        /** In how many days it is looked at again. */
        int again() {
            return this == AWAITED ? 1 : 7;
        }
    }

    /**
     * What meets on a record.
     *
     * @param over whether its last day has passed
     * @param held whether a hold covers it
     * @param restricted whether its person's data are restricted
     * @param awaited whether an open request of hers needs it
     */
    record Situation(boolean over, boolean held, boolean restricted, boolean awaited) {}

    /** Whoever is shown what is held, or has it corrected, gets it as it was when she asked. */
    static boolean needs(RequestKind kind) {
        return kind == RequestKind.ACCESS || kind == RequestKind.PORTABILITY || kind == RequestKind.CORRECTION;
    }

    static Fate of(Situation situation) {
        if (!situation.over()) {
            return Fate.STAYS;
        }
        if (situation.held()) {
            return Fate.HELD;
        }
        if (situation.restricted()) {
            return Fate.RESTRICTED;
        }
        return situation.awaited() ? Fate.AWAITED : Fate.GOES;
    }
}
