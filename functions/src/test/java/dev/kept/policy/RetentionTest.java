package dev.kept.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.Period;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RetentionTest {
    private static final MonthDay DECEMBER = MonthDay.of(12, 31);

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

        assertEquals(Optional.of(due), kept.dueAtCollection(made, MonthDay.parse(yearEnd)));
    }

    @Test
    void aProspectIsCountedFromTheLastContactWhichAtFirstIsTheCollection() {
        var kept = kept(StartEvent.LAST_CONTACT, "P3Y");

        assertEquals(Optional.of(LocalDate.of(2031, 2, 28)), kept.dueAtCollection(LocalDate.of(2028, 2, 29), DECEMBER));
    }

    @ParameterizedTest
    @EnumSource(
            value = StartEvent.class,
            names = {"COLLECTION", "LAST_CONTACT", "FISCAL_YEAR_END"},
            mode = EnumSource.Mode.EXCLUDE)
    void whatWaitsForAnEventHasNoDayYet(StartEvent event) {
        assertTrue(kept(event, "P14D")
                .dueAtCollection(LocalDate.of(2026, 11, 22), DECEMBER)
                .isEmpty());
    }

    @Test
    void aFiscalYearClosesOnOrAfterTheRecordAndWithinAYear() {
        var seed = System.nanoTime();
        var random = new Random(seed);
        for (var round = 0; round < 2_000; round++) {
            var made = LocalDate.ofEpochDay(random.nextInt(40_000));
            var yearEnd = MonthDay.from(LocalDate.ofYearDay(2028, 1 + random.nextInt(366)));

            var close = kept(StartEvent.FISCAL_YEAR_END, "P0D")
                    .dueAtCollection(made, yearEnd)
                    .orElseThrow();

            var asked = "seed " + seed + ": " + made + ", year ends " + yearEnd;
            assertFalse(close.isBefore(made), asked);
            assertTrue(close.isBefore(made.plusYears(1).plusDays(1)), asked);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ACCOUNT_CLOSED | P14D | 14 jours après la clôture du compte | 14 days after the account is closed",
                "COLLECTION | P1M | 1 mois après la collecte | 1 month after collection",
                "CONTRACT_END | P1Y6M | 1 an et 6 mois après la fin du contrat | 1 year and 6 months after the end of the contract",
                "CONSENT_WITHDRAWN | P0D | jusqu’au retrait du consentement | until consent is withdrawn",
                "ACCOUNT_CLOSED | P0D | jusqu’à la clôture du compte | until the account is closed",
                "NEVER | P0D | sans limite de durée | without a time limit"
            })
    void theRuleIsSaidInWords(StartEvent event, String period, String french, String english) {
        assertEquals(french, kept(event, period).describe("fr"));
        assertEquals(english, kept(event, period).describe("en"));
    }

    private static Retention kept(StartEvent event, String period) {
        return new Retention(event, Period.parse(period), new Text(Map.of("fr", "raison")), null, null);
    }
}
