package dev.kept.clock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeadlinesTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final Receipt RECEIPT = new Receipt(Instant.parse("2026-03-05T09:00:00Z"), PARIS);
    private final Deadlines deadlines = new Deadlines(RuleSets.load());

    @Test
    void theEarlierOfPromiseAndLawIsStrictAndThePromiseLeavesTheLawsLastReadingAlone() {
        var deadline = deadlines.forRequest(RECEIPT, Terms.of("EU-FR", "P30D", "FR"));

        assertEquals(LocalDate.parse("2026-04-04"), deadline.strictDate());
        assertEquals(Instant.parse("2026-04-04T22:00:00Z"), deadline.strict());
        assertEquals(LocalDate.parse("2026-04-07"), deadline.outerDate());
        assertEquals(Instant.parse("2026-04-07T22:00:00Z"), deadline.outer());
    }

    @Test
    void aPromiseThatIsLongerThanTheLawDoesNotCount() {
        var february = new Receipt(Instant.parse("2027-02-15T08:00:00Z"), PARIS);

        assertEquals(
                LocalDate.parse("2027-03-15"),
                deadlines.forRequest(february, Terms.of("EU-FR", "P30D", "FR")).strictDate());
    }

    @Test
    void aPromiseShortensTheCalifornianPeriodToo() {
        var deadline = deadlines.forRequest(RECEIPT, Terms.of("US-CA", "P30D", "CA"));

        assertEquals(LocalDate.parse("2026-04-04"), deadline.strictDate());
        assertEquals(LocalDate.parse("2026-04-19"), deadline.outerDate());
    }

    @Test
    void theStoredEventsOfARequestGiveItsDeadline() {
        var terms = Terms.of("EU-FR", null, "FR");
        var events = List.of(
                ClockEvent.received(RECEIPT.receivedAt()),
                ClockEvent.asked(Doubt.IDENTITY, Instant.parse("2026-03-06T09:00:00Z")),
                ClockEvent.told(Doubt.IDENTITY, Instant.parse("2026-03-16T09:00:00Z")));

        var deadline = deadlines.forRequest(RECEIPT, terms, events);

        assertEquals(LocalDate.parse("2026-04-15"), deadline.strictDate());
        assertEquals(events, deadline.events());
    }

    @Test
    void ofSeveralLawsEachDateIsTheEarliest() {
        var terms = Terms.of(List.of("EU-FR", "US-CA"), null, "FR");
        var both = deadlines.forRequest(RECEIPT, terms);

        var waited = both.suspended(RECEIPT.receivedAt(), RECEIPT.receivedAt().plusSeconds(13 * 86_400));

        assertEquals(LocalDate.parse("2026-04-05"), both.strictDate());
        assertEquals(LocalDate.parse("2026-04-07"), both.outerDate());
        // France: 5 April + 13 days, a Saturday, last read as Monday 20; California: 45 days, never stopped.
        assertEquals(LocalDate.parse("2026-04-18"), waited.strictDate());
        assertEquals(LocalDate.parse("2026-04-19"), waited.outerDate());
    }

    @Test
    void aClockThatStandsUnderOneLawRunsUnderTheOther() {
        var both = deadlines.forRequest(RECEIPT, Terms.of(List.of("EU-FR", "US-CA"), null, "FR"));

        var waiting = both.with(ClockEvent.asked(Doubt.IDENTITY, RECEIPT.receivedAt()));

        assertEquals(Standing.RUNNING, waiting.standing(Instant.parse("2026-04-19T12:00:00Z")));
        assertEquals(Standing.BREACHED, waiting.standing(Instant.parse("2026-04-19T22:00:00Z")));
    }

    @Test
    void aRegimeWithoutTheDutyIsLeftOut() {
        var terms = Terms.of(List.of("EU-FR", "US-CA"), null, "FR");

        var deadline = deadlines.forDuty(Duty.ACKNOWLEDGE, RECEIPT, terms);

        assertEquals(LocalDate.parse("2026-03-19"), deadline.strictDate());
    }

    @Test
    void theAuthorityIsNotifiedWithinSeventyTwoHoursOfAwareness() {
        var aware = new Receipt(Instant.parse("2026-12-22T11:17:00Z"), PARIS);

        var deadline = deadlines.forDuty(Duty.NOTIFY_AUTHORITY, aware, Terms.of("EU-FR", null, "FR"));

        assertEquals(Instant.parse("2026-12-25T11:17:00Z"), deadline.strict());
        assertEquals(Instant.parse("2026-12-25T12:00:00Z"), deadline.outer());
    }

    @Test
    void aPromiseInHoursMayShortenADutyInHours() {
        var terms = Terms.of("EU-FR", "PT24H", "FR");

        var deadline = deadlines.forDuty(Duty.NOTIFY_AUTHORITY, RECEIPT, terms);

        assertEquals(RECEIPT.receivedAt().plusSeconds(24 * 3_600), deadline.strict());
    }

    @Test
    void aPromiseDoesNotShortenAPeriodThatHasToPass() {
        var terms = Terms.of("US-CA", "P30D", "CA");

        assertEquals(
                LocalDate.parse("2027-03-05"),
                deadlines.forDuty(Duty.WAIT_TO_ASK_AGAIN, RECEIPT, terms).strictDate());
        assertEquals(
                LocalDate.parse("2028-03-05"),
                deadlines.forDuty(Duty.KEEP_REQUEST_RECORD, RECEIPT, terms).strictDate());
    }

    @Test
    void aPurgeIsPromisedFromTheDayTheContractEnds() {
        var end = Receipt.on(LocalDate.parse("2026-11-22"), PARIS);

        var purge = deadlines.forPromise(end, Span.iso("P14D"));

        assertEquals(LocalDate.parse("2026-12-06"), purge.strictDate());
        assertEquals(Instant.parse("2026-12-06T23:00:00Z"), purge.strict());
        assertEquals(purge.strict(), purge.outer());
    }

    @Test
    void alsaceAndMoselleCountByTheirOwnHolidays() {
        var receipt = new Receipt(Instant.parse("2027-02-26T08:00:00Z"), PARIS);

        assertEquals(
                LocalDate.parse("2027-03-26"),
                deadlines.forRequest(receipt, Terms.of("EU-FR", null, "FR")).outerDate());
        assertEquals(
                LocalDate.parse("2027-03-30"),
                deadlines.forRequest(receipt, Terms.of("EU-FR", null, "FR-AM")).outerDate());
    }

    @Test
    void termsThatMakeNoSenseAreRefused() {
        var englishHolidays = Terms.of("EU-FR", null, "EW");
        var noSuchDuty = Terms.of("EU-FR", null, "FR");

        assertThrows(IllegalArgumentException.class, () -> deadlines.forRequest(RECEIPT, englishHolidays));
        assertThrows(IllegalArgumentException.class, () -> deadlines.forDuty(Duty.ACKNOWLEDGE, RECEIPT, noSuchDuty));
        assertThrows(IllegalArgumentException.class, () -> Terms.of(List.of(), null, "FR"));
    }
}
