package dev.kept.clock;

import static dev.kept.clock.ExtensionReason.MANY_SYSTEMS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ExtensionTest {
    private static final Receipt RECEIPT =
            new Receipt(Instant.parse("2027-01-31T09:00:00Z"), ZoneId.of("Europe/Paris"));
    private static final Instant IN_TIME = Instant.parse("2027-02-20T09:00:00Z");
    private final Deadlines deadlines = new Deadlines(RuleSets.load());
    private final Deadline french = deadlines.forRequest(RECEIPT, Terms.of("EU-FR", "P30D", "FR"));

    @Test
    void theWholeIsCountedFromReceiptAndNotFromTheClampedMonth() {
        var granted = assertInstanceOf(Extension.Granted.class, french.extend(IN_TIME, MANY_SYSTEMS));

        assertEquals(LocalDate.parse("2027-04-30"), granted.deadline().strictDate());
        assertEquals(LocalDate.parse("2027-04-30"), granted.deadline().outerDate());
        assertEquals(ClockEvent.extended(MANY_SYSTEMS, IN_TIME), granted.event());
        assertTrue(granted.deadline().isExtended());
    }

    @Test
    void theNoticeMustLeaveBeforeTheLastReadingOfTheFirstPeriod() {
        var end = french.outer();

        assertEquals(LocalDate.parse("2027-03-01"), french.outerDate());
        assertInstanceOf(Extension.Granted.class, french.extend(end.minusNanos(1), MANY_SYSTEMS));
        assertEquals(new Extension.Refused(Extension.Why.TOO_LATE), french.extend(end, MANY_SYSTEMS));
        assertEquals(new Extension.Refused(Extension.Why.TOO_LATE), french.extend(end.plusSeconds(1), MANY_SYSTEMS));
    }

    @Test
    void theReasonMustBeGiven() {
        assertEquals(new Extension.Refused(Extension.Why.NO_REASON), french.extend(IN_TIME, null));
    }

    @Test
    void thereIsOneExtensionOnly() {
        var extended = french.with(ClockEvent.extended(MANY_SYSTEMS, IN_TIME));

        assertEquals(new Extension.Refused(Extension.Why.TWICE), extended.extend(IN_TIME.plusSeconds(1), MANY_SYSTEMS));
    }

    @Test
    void aClosedCaseIsNotExtended() {
        var closed = french.with(ClockEvent.refused(IN_TIME));

        assertEquals(new Extension.Refused(Extension.Why.CLOSED), closed.extend(IN_TIME.plusSeconds(1), MANY_SYSTEMS));
    }

    @Test
    void hoursAreNotExtended() {
        var breach = deadlines.forDuty(Duty.NOTIFY_AUTHORITY, RECEIPT, Terms.of("EU-FR", null, "FR"));

        assertEquals(
                new Extension.Refused(Extension.Why.NOT_PROVIDED),
                breach.extend(RECEIPT.receivedAt().plusSeconds(1), MANY_SYSTEMS));
    }

    @Test
    void californiaExtendsToNinetyDaysFromReceipt() {
        var receipt = new Receipt(Instant.parse("2026-01-15T17:00:00Z"), ZoneId.of("America/Los_Angeles"));
        var californian = deadlines.forRequest(receipt, Terms.of("US-CA", null, "CA"));

        var extended = californian.with(
                ClockEvent.extended(MANY_SYSTEMS, receipt.receivedAt().plusSeconds(60)));

        assertEquals(LocalDate.parse("2026-04-15"), extended.strictDate());
    }

    @Test
    void aLateNoticeInTheHistoryChangesNothingAndIsFlagged() {
        var late = french.with(ClockEvent.extended(MANY_SYSTEMS, french.outer().plusSeconds(1)));

        assertEquals(french.strict(), late.strict());
        assertEquals(french.outer(), late.outer());
        assertEquals(Set.of(Flag.EXTENSION_NOT_COUNTED), late.flags());
        assertEquals(Standing.BREACHED, late.standing(late.outer().plusSeconds(2)));
        assertFalse(late.isExtended());
    }

    @Test
    void theFirstPeriodIsAsLongAsTheQuestionMadeIt() {
        var asked = RECEIPT.receivedAt().plusSeconds(86_400);
        var afterTheMonth = Instant.parse("2027-03-10T09:00:00Z");
        var waiting = french.with(ClockEvent.asked(Doubt.IDENTITY, asked));
        var answered = french.suspended(asked, Instant.parse("2027-02-21T09:00:00Z"));

        assertInstanceOf(Extension.Granted.class, waiting.extend(afterTheMonth, MANY_SYSTEMS));
        assertInstanceOf(Extension.Granted.class, answered.extend(afterTheMonth, MANY_SYSTEMS));
        assertEquals(new Extension.Refused(Extension.Why.TOO_LATE), french.extend(afterTheMonth, MANY_SYSTEMS));
    }

    @Test
    void suspendedDaysAreAddedToTheExtendedPeriodToo() {
        var asked = RECEIPT.receivedAt().plusSeconds(86_400);

        var both = french.suspended(asked, asked.plusSeconds(10 * 86_400))
                .with(ClockEvent.extended(MANY_SYSTEMS, IN_TIME));

        assertEquals(LocalDate.parse("2027-05-10"), both.strictDate());
    }
}
