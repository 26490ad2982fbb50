package dev.kept.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kept.clock.Step;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class LifetimesTest {
    private static final MonthDay DECEMBER = MonthDay.of(12, 31);
    private static final LocalDate MADE = LocalDate.of(2026, 11, 22);

    @ParameterizedTest
    @CsvSource({
        "2026-01-01, --12-31, P10Y, 2036-12-31",
        "2026-12-31, --12-31, P10Y, 2036-12-31",
        "2027-01-01, --12-31, P10Y, 2037-12-31",
        "2026-07-01, --06-30, P10Y, 2037-06-30",
        "2027-06-30, --06-30, P10Y, 2037-06-30",
        "2027-02-28, --02-29, P1Y, 2028-02-28",
        "2027-03-01, --02-29, P1Y, 2029-02-28"
    })
    void anAccountingRecordIsCountedFromTheCloseOfItsFiscalYear(
            LocalDate made, String yearEnd, String period, LocalDate due) {
        var kept = kept(StartEvent.FISCAL_YEAR_END, period);

        assertEquals(Optional.of(due), due(kept, made, MonthDay.parse(yearEnd)));
    }

    @Test
    void aProspectIsCountedFromTheLastContactWhichAtFirstIsTheCollection() {
        var kept = kept(StartEvent.LAST_CONTACT, "P3Y");

        assertEquals(Optional.of(LocalDate.of(2031, 2, 28)), due(kept, LocalDate.of(2028, 2, 29), DECEMBER));
    }

    @ParameterizedTest
    @EnumSource(
            value = StartEvent.class,
            names = {"COLLECTION", "LAST_CONTACT", "FISCAL_YEAR_END"},
            mode = EnumSource.Mode.EXCLUDE)
    void whatWaitsForAnEventHasNoDayYet(StartEvent event) {
        assertTrue(
                due(kept(event, "P14D"), LocalDate.of(2026, 11, 22), DECEMBER).isEmpty());
    }

    @Test
    void aFiscalYearClosesOnOrAfterTheRecordAndWithinAYear() {
        var seed = System.nanoTime();
        var random = new Random(seed);
        for (var round = 0; round < 2_000; round++) {
            var made = LocalDate.ofEpochDay(random.nextInt(40_000));
            var yearEnd = MonthDay.from(LocalDate.ofYearDay(2028, 1 + random.nextInt(366)));

            var close =
                    due(kept(StartEvent.FISCAL_YEAR_END, "P0D"), made, yearEnd).orElseThrow();

            var asked = "seed " + seed + ": " + made + ", year ends " + yearEnd;
            assertFalse(close.isBefore(made), asked);
            assertTrue(close.isBefore(made.plusYears(1).plusDays(1)), asked);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ACCOUNT_CLOSED, P14D, 2026-12-01, 2026-12-15",
        "CONTRACT_END, P5Y, 2028-02-29, 2033-02-28",
        "CONSENT_WITHDRAWN, P0D, 2027-01-10, 2027-01-10",
        "OBJECTION, P3Y, 2027-01-10, 2030-01-10",
        "REQUEST_ANSWERED, P5Y, 2027-01-10, 2032-01-10"
    })
    void aPeriodRunsFromTheDayOfItsEvent(StartEvent event, String period, LocalDate day, LocalDate last) {
        var facts = Facts.collected(MADE).with(event, day);

        assertEquals(
                Optional.of(last),
                new Lifetimes(DECEMBER).of(category(kept(event, period)), facts).lastDay());
    }

    @Test
    void onlyALaterContactCounts() {
        var facts = Facts.collected(MADE).contact(MADE.minusDays(3));
        var prospect = category(kept(StartEvent.LAST_CONTACT, "P3Y"));

        assertEquals(
                Optional.of(MADE.plusYears(3)),
                new Lifetimes(DECEMBER).of(prospect, facts).lastDay());
        assertEquals(
                Optional.of(MADE.plusDays(9).plusYears(3)),
                new Lifetimes(DECEMBER)
                        .of(prospect, facts.contact(MADE.plusDays(9)).contact(MADE.plusDays(2)))
                        .lastDay());
    }

    @Test
    void theArchiveBeginsWithTheEndOfUseAndEndsByItsOwnRule() {
        var contract = category(kept(StartEvent.ACCOUNT_CLOSED, "P14D", archive(StartEvent.CONTRACT_END, "P5Y")));
        var lifetimes = new Lifetimes(DECEMBER);

        assertEquals(
                Optional.empty(), lifetimes.of(contract, Facts.collected(MADE)).lastDay());
        var ended = lifetimes.of(contract, Facts.collected(MADE).ended(LocalDate.of(2027, 3, 1)));
        assertEquals(Optional.of(LocalDate.of(2027, 3, 15)), ended.active());
        assertEquals(Optional.of(LocalDate.of(2032, 3, 1)), ended.archived());
        assertEquals(Optional.of(LocalDate.of(2032, 3, 1)), ended.lastDay());
    }

    @Test
    void anArchiveThatIsOverBeforeTheUseShortensNothing() {
        var log = category(kept(StartEvent.COLLECTION, "P12M", archive(StartEvent.COLLECTION, "P6M")));

        assertEquals(
                Optional.of(MADE.plusMonths(12)),
                new Lifetimes(DECEMBER).of(log, Facts.collected(MADE)).lastDay());
    }

    @Test
    void whereTheArchivesEventIsUnknownItRunsFromTheEndOfUse() {
        var log = category(kept(StartEvent.COLLECTION, "P6M", archive(StartEvent.CONTRACT_END, "P5Y")));

        assertEquals(
                Optional.of(LocalDate.of(2032, 5, 22)),
                new Lifetimes(DECEMBER).of(log, Facts.collected(MADE)).lastDay());
    }

    @Test
    void theWayToTheDayIsToldInBothLanguages() {
        var billing = category(new Retention(
                StartEvent.FISCAL_YEAR_END,
                Period.ofYears(10),
                new Text(Map.of("fr", "raison")),
                "Code de commerce, art. L123-22",
                null));

        assertEquals(
                List.of(new Step(
                        "the close of the fiscal year: 2026-12-31 + 10 years → 2036-12-31 (Code de commerce, art. L123-22)",
                        "la clôture de l’exercice comptable : 2026-12-31 + 10 ans → 2036-12-31"
                                + " (Code de commerce, art. L123-22)")),
                new Lifetimes(DECEMBER).of(billing, Facts.collected(MADE)).steps());
    }

    @Test
    void nothingEndsBeforeItsPeriodIsOverAndALaterEventNeverEndsItEarlier() {
        var seed = System.nanoTime();
        var random = new Random(seed);
        var lifetimes = new Lifetimes(DECEMBER);
        for (var round = 0; round < 5_000; round++) {
            var event = List.of(StartEvent.values()).get(random.nextInt(StartEvent.values().length));
            var period = Period.of(random.nextInt(3), random.nextInt(14), random.nextInt(40));
            var rule = random.nextBoolean()
                    ? kept(event, period.toString())
                    : kept(event, period.toString(), archive(event(random), "P" + (1 + random.nextInt(9)) + "Y"));
            var day = MADE.plusDays(random.nextInt(2_000));
            var facts = Facts.collected(MADE).contact(day).ended(day).objected(day);
            var said = "seed " + seed + ": " + rule + " " + day;

            var lifetime = lifetimes.of(category(rule), facts);
            var last = lifetime.lastDay();
            if (last.isEmpty()) {
                assertTrue(event == StartEvent.NEVER || event == StartEvent.REQUEST_ANSWERED, said);
                continue;
            }
            var from = event == StartEvent.COLLECTION || event == StartEvent.FISCAL_YEAR_END ? MADE : day;
            assertFalse(last.get().isBefore(from.plus(period)), said);
            assertFalse(last.get().isBefore(MADE), said);
            assertFalse(last.get().isBefore(lifetime.active().orElseThrow()), said);
            var step = lifetime.steps().get(lifetime.steps().size() - 1).english();
            assertTrue(
                    step.contains(last.get().toString())
                            || lifetime.steps()
                                    .get(0)
                                    .english()
                                    .contains(last.get().toString()),
                    said);
            var later = day.plusDays(1 + random.nextInt(400));
            var moved = lifetimes.of(
                    category(rule), facts.contact(later).ended(later).objected(later));
            assertFalse(moved.lastDay().orElseThrow().isBefore(last.get()), said);
        }
    }

    private static StartEvent event(Random random) {
        var events = List.of(
                StartEvent.COLLECTION, StartEvent.FISCAL_YEAR_END, StartEvent.CONTRACT_END, StartEvent.LAST_CONTACT);
        return events.get(random.nextInt(events.size()));
    }

    private static Optional<LocalDate> due(Retention rule, LocalDate made, MonthDay yearEnd) {
        return new Lifetimes(yearEnd).of(category(rule), Facts.collected(made)).lastDay();
    }

    private static Category category(Retention rule) {
        var text = new Text(Map.of("fr", "texte"));
        return new Category(
                "any",
                text,
                text,
                LegalBasis.CONTRACT,
                text,
                rule,
                KeyClass.ACCOUNT,
                false,
                null,
                List.of(),
                List.of());
    }

    private static Archive archive(StartEvent event, String period) {
        return new Archive(event, Period.parse(period), new Text(Map.of("fr", "raison")), "loi");
    }

    private static Retention kept(StartEvent event, String period) {
        return kept(event, period, null);
    }

    private static Retention kept(StartEvent event, String period, @Nullable Archive archive) {
        return new Retention(event, Period.parse(period), new Text(Map.of("fr", "raison")), null, archive);
    }
}
