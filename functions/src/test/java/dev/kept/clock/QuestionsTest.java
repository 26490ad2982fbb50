package dev.kept.clock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What asking a person something does to the clock, law by law. */
class QuestionsTest {
    private static final Receipt RECEIPT =
            new Receipt(Instant.parse("2026-03-05T09:00:00Z"), ZoneId.of("Europe/Paris"));
    private final Deadlines deadlines = new Deadlines(RuleSets.load());
    private final Deadline french = deadlines.forRequest(RECEIPT, Terms.of("EU-FR", null, "FR"));
    private final Deadline british = deadlines.forRequest(RECEIPT, Terms.of("UK", null, "EW"));

    @Test
    void inFranceTheDaysOfWaitingAreNotCounted() {
        assertEquals("2026-04-15", strict(french.suspended(march(6), march(16))));
    }

    @Test
    void aPromiseWaitsWithTheLaw() {
        var promised = deadlines.forRequest(RECEIPT, Terms.of("EU-FR", "P30D", "FR"));

        assertEquals("2026-04-14", strict(promised.suspended(march(6), march(16))));
    }

    @Test
    void aQuestionThatWaitsHasMovedNothingYetButTheClockStands() {
        var waiting = french.with(ClockEvent.asked(Doubt.IDENTITY, march(6)));

        assertEquals(french.strict(), waiting.strict());
        assertEquals(Standing.STOPPED, waiting.standing(march(30)));
        assertEquals(Standing.RUNNING, waiting.standing(march(5)));
        assertEquals(Standing.STOPPED, waiting.standing(french.outer().plusSeconds(1)));
    }

    @Test
    void twoQuestionsAtOnceStopTheClockOnce() {
        var both = french.with(
                ClockEvent.asked(Doubt.IDENTITY, march(6)),
                ClockEvent.asked(Doubt.SCOPE, march(8)),
                ClockEvent.told(Doubt.IDENTITY, march(10)),
                ClockEvent.told(Doubt.SCOPE, march(12)));

        assertEquals("2026-04-11", strict(both));
    }

    @Test
    void theSameQuestionAskedAgainCountsFromTheFirst() {
        var again = french.with(
                ClockEvent.asked(Doubt.IDENTITY, march(6)),
                ClockEvent.asked(Doubt.IDENTITY, march(9)),
                ClockEvent.told(Doubt.IDENTITY, march(10)));

        assertEquals("2026-04-09", strict(again));
    }

    @Test
    void anAnswerToNoQuestionStopsNothing() {
        assertEquals(
                french.strict(),
                french.with(ClockEvent.told(Doubt.IDENTITY, march(20))).strict());
        assertEquals(
                british.strict(),
                british.with(ClockEvent.told(Doubt.IDENTITY, march(20))).strict());
    }

    @Test
    void theFeeDoesNotStopTheFrenchClock() {
        var asked = french.with(ClockEvent.asked(Doubt.FEE, march(6)), ClockEvent.told(Doubt.FEE, march(16)));

        assertEquals(french.strict(), asked.strict());
    }

    @Test
    void theFifthDayIsPromptAndTheSixthIsNot() {
        assertEquals(Set.of(), french.suspended(march(10), march(11)).flags());
        assertEquals(
                Set.of(Flag.UNDUE_DELAY_RISK),
                french.suspended(march(11), march(12)).flags());
    }

    @Test
    void aLateQuestionStopsTheClockUnlessTheOrganisationIsStricter() {
        var terms = Terms.of("EU-FR", null, "FR").withoutLateQuestions();
        var stricter = deadlines.forRequest(RECEIPT, terms);

        assertEquals("2026-04-06", strict(french.suspended(march(20), march(21))));
        assertEquals("2026-04-05", strict(stricter.suspended(march(20), march(21))));
        assertEquals(
                Set.of(Flag.UNDUE_DELAY_RISK),
                stricter.suspended(march(20), march(21)).flags());
    }

    @Test
    void aQuestionAfterTheEndRevivesNothing() {
        var late = french.suspended(french.outer(), french.outer().plusSeconds(86_400));

        assertEquals(french.strict(), late.strict());
        assertEquals(Standing.BREACHED, late.standing(french.outer().plusSeconds(10)));
    }

    @Test
    void inTheUnitedKingdomTheMonthBeginsWhenIdentityIsKnown() {
        assertEquals("2026-04-16", strict(british.suspended(march(6), march(16))));
    }

    @Test
    void inTheUnitedKingdomTheMonthBeginsWhenTheFeeIsPaid() {
        var paid = british.with(ClockEvent.asked(Doubt.FEE, march(6)), ClockEvent.told(Doubt.FEE, march(31)));

        assertEquals("2026-04-30", strict(paid));
    }

    @Test
    void inTheUnitedKingdomTheClockPausesForAClarification() {
        var clear = british.with(ClockEvent.asked(Doubt.SCOPE, march(6)), ClockEvent.told(Doubt.SCOPE, march(16)));

        assertEquals("2026-04-15", strict(clear));
    }

    @Test
    void aClockThatHasNotStartedIsNotPausedAsWell() {
        var both = british.with(
                ClockEvent.asked(Doubt.IDENTITY, march(6)),
                ClockEvent.asked(Doubt.SCOPE, march(6)),
                ClockEvent.told(Doubt.IDENTITY, march(10)),
                ClockEvent.told(Doubt.SCOPE, march(12)));

        assertEquals("2026-04-12", strict(both));
    }

    @Test
    void aCaseClosedWhileItsQuestionWaitedIsJudgedByAStoppedClock() {
        var givenUp = french.with(
                ClockEvent.asked(Doubt.IDENTITY, march(6)), ClockEvent.refused(Instant.parse("2026-05-20T09:00:00Z")));

        assertEquals(Standing.MET, givenUp.standing(Instant.parse("2026-06-01T09:00:00Z")));
    }

    @Test
    void aCaseIsJudgedByTheMomentOfItsAnswer() {
        var later = french.outer().plusSeconds(86_400);

        assertEquals(Standing.MET, french.with(ClockEvent.answered(march(20))).standing(later));
        assertEquals(
                Standing.OVERDUE,
                french.with(ClockEvent.answered(french.strict())).standing(later));
        assertEquals(
                Standing.BREACHED,
                french.with(ClockEvent.answered(french.outer())).standing(later));
        assertEquals(Standing.RUNNING, french.standing(french.strict().minusNanos(1)));
        assertEquals(Standing.OVERDUE, french.standing(french.strict()));
        assertEquals(Standing.BREACHED, french.standing(french.outer()));
    }

    @Test
    void whatHappensAfterTheAnswerChangesNothing() {
        var answered = french.with(ClockEvent.answered(march(10)));

        assertEquals(french.strict(), answered.suspended(march(11), march(20)).strict());
    }

    @Test
    void theOrderInWhichEventsAreGivenDoesNotMatter() {
        var asked = ClockEvent.asked(Doubt.IDENTITY, march(6));
        var told = ClockEvent.told(Doubt.IDENTITY, march(16));

        assertEquals(french.with(asked, told).strict(), french.with(told, asked).strict());
    }

    @Test
    void nothingHappensBeforeTheReceipt() {
        var before = ClockEvent.asked(Doubt.IDENTITY, march(4));

        assertThrows(IllegalArgumentException.class, () -> french.with(before));
    }

    @Test
    void aQuestionSaysWhatItIsAboutAndNothingElseDoes() {
        assertThrows(
                IllegalArgumentException.class, () -> new ClockEvent(ClockEvent.Type.INFO_ASKED, march(6), null, null));
        assertThrows(
                IllegalArgumentException.class,
                () -> new ClockEvent(ClockEvent.Type.ANSWERED, march(6), Doubt.SCOPE, null));
    }

    private static String strict(Deadline deadline) {
        return deadline.strictDate().toString();
    }

    private static Instant march(int day) {
        return LocalDate.of(2026, 3, day).atTime(12, 0).atZone(RECEIPT.zone()).toInstant();
    }
}
