package dev.kept.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;

class DatesTest {
    private final Dates french = new Dates(Texts.in(Language.FRENCH));
    private final Dates english = new Dates(Texts.in(Language.ENGLISH));

    @Test
    void theFirstOfAMonthIsAnOrdinalInFrench() {
        assertEquals("1er août 2026", french.day(LocalDate.of(2026, 8, 1)));
        assertEquals("1 August 2026", english.day(LocalDate.of(2026, 8, 1)));
        assertEquals("31 décembre 2026", french.day(LocalDate.of(2026, 12, 31)));
    }

    @Test
    void aMomentIsToldOnTheClockOfItsZone() {
        var moment = ZonedDateTime.of(2026, 3, 5, 9, 5, 0, 0, ZoneId.of("Europe/Paris"));

        assertEquals("5 mars 2026 à 9\u00a0h\u00a005", french.moment(moment));
        assertEquals("5 March 2026 at 9:05", english.moment(moment));
    }

    @Test
    void aPeriodIsToldInItsUnits() {
        assertEquals("1\u00a0an et 2\u00a0mois", french.period(Period.of(1, 2, 0)));
        assertEquals("30 days", english.period(Period.ofDays(30)));
        assertEquals("1 day", english.period(Period.ofDays(1)));
    }
}
