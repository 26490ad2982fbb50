package dev.kept.clock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TimeZone;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What holds for every deadline, whatever the day. */
class DeadlinePropertiesTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final Deadlines DEADLINES = new Deadlines(RuleSets.load());
    private static final List<String> RULES = List.of(
            "MONTH_1",
            "MONTH_3",
            "DAYS_14",
            "DAYS_30",
            "DAYS_45",
            "HOURS_72",
            "BIZDAYS_10",
            "BIZDAYS_15",
            "MONTH_1+SUSP");
    private static final List<HolidayCalendar> CALENDARS =
            List.of(HolidayCalendar.FR, HolidayCalendar.FR_AM, HolidayCalendar.EW, HolidayCalendar.CA);

    @Test
    void strictIsNeverAfterOuter() {
        ManyCases.of(2_000, random -> {
            var deadline = deadline(anyRule(random), anyReceipt(random));

            assertFalse(deadline.strict().isAfter(deadline.outer()));
            assertFalse(deadline.strictDate().isAfter(deadline.outerDate()));
        });
    }

    @Test
    void theLastReadingGivesAtMostThreeDaysInFranceAndFourInAlsaceMoselle() {
        everyDay(2024, 2039, day -> {
            var metropolitan = deadline(RuleSet.named("MONTH_1", HolidayCalendar.FR), Receipt.on(day, PARIS));
            var alsatian = deadline(RuleSet.named("MONTH_1", HolidayCalendar.FR_AM), Receipt.on(day, PARIS));

            assertTrue(daysGiven(metropolitan) <= 3, () -> "received on " + day);
            assertTrue(daysGiven(alsatian) <= 4, () -> "received on " + day);
        });
    }

    @Test
    void tenCalifornianBusinessDaysNeverExceedEighteenDays() {
        everyDay(2026, 2029, day -> {
            var last = Span.named("BIZDAYS_10").lastDay(day, HolidayCalendar.CA);

            assertTrue(ChronoUnit.DAYS.between(day, last) <= 18, () -> "received on " + day);
        });
    }

    @Test
    void aMonthEndsOnTheSameDateOrOnTheLastDayOfTheNextMonth() {
        everyDay(2024, 2039, day -> {
            var due = deadline(RuleSet.named("MONTH_1", HolidayCalendar.FR), Receipt.on(day, PARIS))
                    .strictDate();
            var nextMonth = day.withDayOfMonth(1).plusMonths(1);

            assertEquals(nextMonth.withDayOfMonth(Math.min(day.getDayOfMonth(), nextMonth.lengthOfMonth())), due);
        });
    }

    @Test
    void whatCameEarlierIsNeverDueLater() {
        ManyCases.of(2_000, random -> {
            var rules = anyRule(random);
            var zone = ManyCases.any(random, ManyCases.ZONES);
            var first = ManyCases.instant(random);
            var second = first.plusMillis(random.nextLong(Duration.ofDays(3).toMillis()));

            var earlier = deadline(rules, new Receipt(first, zone));
            var later = deadline(rules, new Receipt(second, zone));

            assertFalse(earlier.strict().isAfter(later.strict()), () -> rules.id() + " " + first + " " + zone);
            assertFalse(earlier.outer().isAfter(later.outer()), () -> rules.id() + " " + first + " " + zone);
        });
    }

    @Test
    void onlyHoursDependOnTheTimeOfDay() {
        ManyCases.of(2_000, random -> {
            var rules = anyRule(random);
            var receipt = anyReceipt(random);
            var morning = Receipt.on(receipt.localDate(), receipt.zone());

            var same = deadline(rules, receipt)
                    .strict()
                    .equals(deadline(rules, morning).strict());

            var inHours = rules.period().span().unit() == Span.Unit.HOURS;
            assertEquals(!inHours || receipt.equals(morning), same, () -> rules.id() + " " + receipt);
        });
    }

    @Test
    void seventyTwoHoursAreElapsedHoursAcrossEveryChangeOfTheClocks() {
        ManyCases.of(2_000, random -> {
            var zone = ManyCases.any(random, ManyCases.ZONES);
            var around = ManyCases.instant(random);
            var change = zone.getRules().nextTransition(around);
            var aware = change == null
                    ? around
                    : change.getInstant()
                            .minusSeconds(random.nextLong(Duration.ofHours(80).toSeconds()));
            var deadline = deadline(RuleSet.named("HOURS_72", HolidayCalendar.NONE), new Receipt(aware, zone));

            var grace = Duration.between(deadline.strict(), deadline.outer());

            assertEquals(Duration.parse("PT72H"), Duration.between(aware, deadline.strict()));
            assertTrue(
                    grace.compareTo(Duration.ZERO) > 0 && grace.compareTo(Duration.ofHours(1)) <= 0, grace::toString);
        });
    }

    @Test
    void theMachinesZoneAndLanguageChangeNothing() {
        var zone = TimeZone.getDefault();
        var locale = Locale.getDefault();
        try {
            ManyCases.of(100, random -> {
                var deadline = deadline(anyRule(random), anyReceipt(random));
                var account = deadline.explanation().toMap();

                TimeZone.setDefault(TimeZone.getTimeZone(ManyCases.any(random, ManyCases.ZONES)));
                Locale.setDefault(
                        Locale.forLanguageTag(ManyCases.any(random, List.of("ar-EG", "tr-TR", "th-TH", "fr-FR"))));

                var again = new Deadline(deadline.inputs());
                assertEquals(account, again.explanation().toMap());
                assertEquals(deadline.reminders(), again.reminders());
                assertTrue(RuleSets.load().all().findAny().isPresent());
            });
        } finally {
            TimeZone.setDefault(zone);
            Locale.setDefault(locale);
        }
    }

    @Test
    void thirtyPromisedDaysOrAMonthAreTwentyEightToThirtyDays() {
        var terms = Terms.of("EU-FR", "P30D", "FR");
        everyDay(2024, 2039, day -> {
            var due = DEADLINES.forRequest(Receipt.on(day, PARIS), terms).strictDate();

            var days = ChronoUnit.DAYS.between(day, due);
            assertTrue(days >= 28 && days <= 30, () -> "received on " + day);
        });
    }

    @Test
    void aQuestionMovesTheStrictDateByExactlyTheDaysItWaitedAndNotInCalifornia() {
        ManyCases.of(2_000, random -> {
            var receipt =
                    new Receipt(Instant.parse("2026-03-01T00:00:00Z").plusSeconds(random.nextInt(100_000_000)), PARIS);
            var asked = receipt.receivedAt().plusSeconds(random.nextInt(5 * 86_400));
            var answered = asked.plusSeconds(random.nextInt(60 * 86_400));
            var days = ChronoUnit.DAYS.between(receipt.dateOf(asked), receipt.dateOf(answered));
            var promise = random.nextBoolean() ? "P30D" : null;
            var french = DEADLINES.forRequest(receipt, Terms.of("EU-FR", promise, "FR"));
            var californian = DEADLINES.forRequest(receipt, Terms.of("US-CA", promise, "CA"));

            assertEquals(
                    french.strictDate().plusDays(days),
                    french.suspended(asked, answered).strictDate());
            assertEquals(
                    californian.strict(), californian.suspended(asked, answered).strict());
            assertEquals(
                    californian.outer(), californian.suspended(asked, answered).outer());
        });
    }

    @Test
    void theStoredEventsGiveTheStoredDeadline() {
        ManyCases.of(500, random -> {
            var receipt =
                    new Receipt(Instant.parse("2026-03-01T00:00:00Z").plusSeconds(random.nextInt(100_000_000)), PARIS);
            var terms = new Terms(
                    ManyCases.any(
                            random,
                            List.of(List.of("EU-FR"), List.of("UK"), List.of("US-CA"), List.of("EU-FR", "US-CA"))),
                    random.nextBoolean() ? Span.iso("P30D") : null,
                    HolidayCalendar.NONE,
                    random.nextBoolean());
            var deadline = DEADLINES.forRequest(receipt, terms, anyEvents(random, receipt.receivedAt()));
            var stored = throughJson(deadline);

            var again = DEADLINES.recompute(stored);

            assertEquals(deadline.strict(), again.strict());
            assertEquals(deadline.outer(), again.outer());
            assertEquals(stored, again.explanation().toMap());
        });
    }

    @Test
    void whateverHappensTheStrictDateIsNotAfterTheOuterAndNotBeforeTheFirst() {
        ManyCases.of(2_000, random -> {
            var receipt =
                    new Receipt(Instant.parse("2026-03-01T00:00:00Z").plusSeconds(random.nextInt(100_000_000)), PARIS);
            var regime = ManyCases.any(random, List.of("EU-FR", "UK", "US-CA"));
            var terms = new Terms(List.of(regime), Span.iso("P30D"), HolidayCalendar.NONE, random.nextBoolean());
            var events = anyEvents(random, receipt.receivedAt());

            var before = DEADLINES.forRequest(receipt, terms);
            var after = DEADLINES.forRequest(receipt, terms, events);

            assertFalse(after.strict().isAfter(after.outer()), () -> regime + " " + receipt + " " + events);
            assertFalse(after.strict().isBefore(before.strict()), () -> regime + " " + receipt + " " + events);
        });
    }

    private static Deadline deadline(RuleSet rules, Receipt receipt) {
        var terms = new Terms(
                List.of(rules.regime()), null, rules.lastDay().calendars().get(0), true);
        return new Deadline(new Inputs(receipt, List.of(rules), terms, List.of()));
    }

    private static RuleSet anyRule(Random random) {
        return RuleSet.named(ManyCases.any(random, RULES), ManyCases.any(random, CALENDARS));
    }

    private static Receipt anyReceipt(Random random) {
        return new Receipt(ManyCases.instant(random), ManyCases.any(random, ManyCases.ZONES));
    }

    /** Anything in any order, sensible or not. */
    private static List<ClockEvent> anyEvents(Random random, Instant receivedAt) {
        var events = new ArrayList<ClockEvent>();
        events.add(ClockEvent.received(receivedAt));
        for (var left = random.nextInt(8); left > 0; left--) {
            var at = receivedAt.plusSeconds(random.nextInt(60 * 86_400));
            var doubt = ManyCases.any(random, List.of(Doubt.values()));
            var reason = ManyCases.any(random, List.of(ExtensionReason.values()));
            events.add(ManyCases.any(
                    random,
                    List.of(
                            ClockEvent.asked(doubt, at),
                            ClockEvent.asked(doubt, at),
                            ClockEvent.told(doubt, at),
                            ClockEvent.told(doubt, at),
                            ClockEvent.extended(reason, at),
                            ClockEvent.answered(at))));
        }
        return events;
    }

    private static Map<String, Object> throughJson(Deadline deadline) {
        try {
            return JSON.std.mapFrom(JSON.std.asString(deadline.explanation().toMap()));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static long daysGiven(Deadline deadline) {
        return ChronoUnit.DAYS.between(deadline.strictDate(), deadline.outerDate());
    }

    private static void everyDay(int firstYear, int lastYear, Consumer<LocalDate> property) {
        LocalDate.of(firstYear, 1, 1)
                .datesUntil(LocalDate.of(lastYear + 1, 1, 1))
                .forEach(property);
    }
}
