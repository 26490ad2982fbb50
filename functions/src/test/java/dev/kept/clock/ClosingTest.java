package dev.kept.clock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The days of an account that ends. */
class ClosingTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final LocalDate END = LocalDate.parse("2026-12-01");
    private final Deadlines deadlines = new Deadlines(RuleSets.load());

    @Test
    void fourteenDaysFromTheEffectiveEnd() {
        var closing = closing("2026-11-22", null, ExitMode.SILENT);

        assertEquals(LocalDate.parse("2026-12-06"), closing.lastDate());
        assertEquals(Instant.parse("2026-12-06T23:00:00Z"), closing.purgeBy());
        assertEquals(Instant.parse("2026-11-21T23:00:00Z"), closing.freezeFrom());
        assertEquals(Instant.parse("2026-11-22T23:00:00Z"), closing.exportFrom());
        assertEquals(Instant.parse("2026-12-01T23:00:00Z"), closing.secondNoticeFrom());
        assertEquals(Instant.parse("2026-12-03T23:00:00Z"), closing.purgeFrom());
        assertEquals(Instant.parse("2026-12-04T23:00:00Z"), closing.verifyFrom());
        assertEquals(Instant.parse("2026-12-05T23:00:00Z"), closing.alarmFrom());
    }

    @Test
    void theDayIsThatOfTheContractAndNotOfGreenwich() {
        var effective = new Receipt(Instant.parse("2026-06-30T22:30:00Z"), PARIS).localDate();

        var closing = deadlines.forClosing(effective, terms(null), ExitMode.SILENT);

        assertEquals(LocalDate.parse("2026-07-15"), closing.lastDate());
        assertEquals(Instant.parse("2026-07-15T22:00:00Z"), closing.purgeBy());
    }

    @Test
    void whoeverSaysNothingCanFetchTheDataUntilTheEndOfTheYear() {
        var closing = closing("2026-12-01", Period.ofDays(30), ExitMode.SILENT);

        assertEquals(Optional.of(LocalDate.parse("2026-12-31")), closing.retrievalDate());
        assertEquals(LocalDate.parse("2027-01-01"), closing.purgeDate());
        assertEquals(LocalDate.parse("2027-01-03"), closing.lastDate());
        assertTrue(closing.isGuarded());
        assertEquals(
                closing.toMap().get("purgeFrom"),
                closing("2026-12-01", Period.ofDays(30), ExitMode.SWITCH)
                        .toMap()
                        .get("purgeFrom"));
    }

    @Test
    void whoeverChoosesErasureDoesNotWait() {
        var closing = closing("2026-12-01", Period.ofDays(30), ExitMode.ERASE_NOW);

        assertEquals(END, closing.purgeDate());
        assertEquals(LocalDate.parse("2026-12-15"), closing.lastDate());
        assertEquals(Optional.empty(), closing.retrievalDate());
        assertFalse(closing.isGuarded());
    }

    @Test
    void aLateChoiceIsPromisedFromItsOwnDayAndNeverLaterThanBefore() {
        var on20th = deadlines.forClosing(END, terms(Period.ofDays(30)), ExitMode.ERASE_NOW, END.plusDays(4));
        var on30th = deadlines.forClosing(END, terms(Period.ofDays(30)), ExitMode.ERASE_NOW, END.plusDays(29));

        assertEquals(END.plusDays(18), on20th.lastDate());
        assertEquals(END.plusDays(33), on30th.lastDate());
        assertEquals(END.plusDays(29), on30th.purgeDate());
    }

    @Test
    void aLongerPromiseIsNotGuarded() {
        var terms = new ClosingTerms("EU-FR", PARIS, Period.ofMonths(2), Period.ofDays(30));

        var closing = deadlines.forClosing(END, terms, ExitMode.SILENT);

        assertEquals(LocalDate.parse("2027-02-01"), closing.lastDate());
        assertFalse(closing.isGuarded());
        assertTrue(closing.steps()
                .contains(new Step(
                        "the promise is not earlier, and stands", "la promesse n’est pas plus courte, et demeure")));
    }

    @Test
    void theLawGuardsNobodyBeforeItsDay() {
        assertEquals(
                LocalDate.parse("2025-09-25"),
                closing("2025-09-11", Period.ofDays(30), ExitMode.SILENT).lastDate());
        assertEquals(
                LocalDate.parse("2025-10-15"),
                closing("2025-09-12", Period.ofDays(30), ExitMode.SILENT).lastDate());
    }

    @Test
    void lessThanTheLawGivesIsTakenAndSaid() {
        assertEquals(
                Set.of(Flag.WARN_DATA_ACT_25_2_G),
                closing("2026-12-01", Period.ofDays(29), ExitMode.SILENT).flags());
        assertEquals(
                Set.of(),
                closing("2026-12-01", Period.ofDays(30), ExitMode.SILENT).flags());
        assertEquals(Set.of(), closing("2026-12-01", null, ExitMode.SILENT).flags());
    }

    @Test
    void aPurgeThatLeavesNoTimeForTheExportIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new ClosingTerms("EU-FR", PARIS, Period.ofDays(5), null));
    }

    @Test
    void theAccountSaysWhyTheDataStay() {
        var closing = closing("2026-12-01", Period.ofDays(30), ExitMode.SILENT);

        assertEquals(
                List.of(
                        "the account ends on 2026-12-01 (Europe/Paris)",
                        "promise 14 days → 2026-12-15",
                        "to be fetched until 2026-12-31 (Reg. 2023/2854 art. 25(2)(g))",
                        "the purge begins only after that, and is done by 2027-01-03 (Reg. 2023/2854 art. 25(2)(h))",
                        "freeze 2026-12-01, export 2026-12-02, second notice 2026-12-30, purge 2027-01-01, end 2027-01-03"),
                closing.steps().stream().map(Step::english).toList());
    }

    @Test
    void theAccountIsComputedAgain() {
        var late = deadlines.forClosing(END, terms(Period.ofDays(30)), ExitMode.ERASE_NOW, END.plusDays(4));
        for (var closing : List.of(late, closing("2026-12-01", null, ExitMode.SWITCH))) {
            assertEquals(
                    closing.toMap(), deadlines.recomputeClosing(closing.toMap()).toMap());
        }
    }

    @Test
    void theWholeDaysArePromisedInEveryZone() {
        ManyCases.of(2_000, random -> {
            var zone = ManyCases.any(random, ManyCases.ZONES);
            var effective = LocalDate.ofInstant(ManyCases.instant(random), zone);
            var purge = Period.ofDays(6 + random.nextInt(60));
            var retrieval = random.nextBoolean() ? Period.ofDays(random.nextInt(60)) : null;
            var terms = new ClosingTerms("EU-FR", zone, purge, retrieval);
            var mode = ManyCases.any(random, List.of(ExitMode.values()));

            var closing = deadlines.forClosing(effective, terms, mode);
            var next = deadlines.forClosing(effective.plusDays(1), terms, mode);

            assertEquals(closing.lastDate().plusDays(1).atStartOfDay(zone).toInstant(), closing.purgeBy());
            assertTrue(Duration.between(closing.purgeFrom(), closing.purgeBy()).toHours() > 48);
            assertFalse(closing.lastDate().isBefore(effective.plus(purge)));
            assertFalse(next.purgeBy().isBefore(closing.purgeBy()));
            assertFalse(closing.freezeFrom().isAfter(closing.purgeFrom()));
            if (mode != ExitMode.ERASE_NOW) {
                assertTrue(closing.exportFrom().isBefore(closing.secondNoticeFrom()));
                assertTrue(closing.secondNoticeFrom().isBefore(closing.purgeFrom()));
                closing.retrievalDate().ifPresent(last -> assertTrue(last.isBefore(closing.purgeDate())));
            }
        });
    }

    private Closing closing(String effective, @Nullable Period retrieval, ExitMode mode) {
        return deadlines.forClosing(LocalDate.parse(effective), terms(retrieval), mode);
    }

    private static ClosingTerms terms(@Nullable Period retrieval) {
        return new ClosingTerms("EU-FR", PARIS, Period.ofDays(14), retrieval);
    }
}
