package dev.kept.clock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HolidayCalendarTest {
    @Test
    void easterIsFoundInAnyYear() {
        var known = List.of(
                "1818-03-22",
                "1954-04-18",
                "1981-04-19",
                "2000-04-23",
                "2008-03-23",
                "2019-04-21",
                "2024-03-31",
                "2026-04-05",
                "2027-03-28",
                "2038-04-25",
                "2049-04-18",
                "2076-04-19");

        for (var date : known) {
            var easter = LocalDate.parse(date);
            assertEquals(easter, Holiday.easterSunday(easter.getYear()));
        }
    }

    @Test
    void easterIsASundayBetween22MarchAnd25April() {
        for (var year = 1583; year < 4100; year++) {
            var easter = Holiday.easterSunday(year);

            assertEquals(DayOfWeek.SUNDAY, easter.getDayOfWeek());
            assertFalse(easter.isBefore(LocalDate.of(year, 3, 22)), easter::toString);
            assertFalse(easter.isAfter(LocalDate.of(year, 4, 25)), easter::toString);
        }
    }

    @Test
    void franceHasElevenHolidays() {
        assertEquals(
                days(
                        "2026-01-01 2026-04-06 2026-05-01 2026-05-08 2026-05-14 2026-05-25 2026-07-14 2026-08-15 2026-11-01"
                                + " 2026-11-11 2026-12-25"),
                HolidayCalendar.FR.holidaysIn(2026).keySet());
    }

    @Test
    void alsaceAndMoselleHaveTwoMore() {
        var metropolitan = HolidayCalendar.FR.holidaysIn(2027).keySet();
        var more = HolidayCalendar.FR_AM.holidaysIn(2027).keySet().stream()
                .filter(day -> !metropolitan.contains(day))
                .collect(Collectors.toSet());

        assertEquals(days("2027-03-26 2027-12-26"), more);
    }

    @Test
    void ascensionAndLabourDayMayBeTheSameDay() {
        assertEquals(10, HolidayCalendar.FR.holidaysIn(2008).size());
    }

    @Test
    void englandGivesAnotherDayForAHolidayAtTheWeekend() {
        assertEquals(
                days(
                        "2027-01-01 2027-03-26 2027-03-29 2027-05-03 2027-05-31 2027-08-30 2027-12-25 2027-12-26 2027-12-27"
                                + " 2027-12-28"),
                HolidayCalendar.EW.holidaysIn(2027).keySet());
    }

    @Test
    void christmasOnASundayStepsOverBoxingDay() {
        var days = HolidayCalendar.EW.holidaysIn(2033);

        assertEquals("Boxing Day", name(days.get(LocalDate.of(2033, 12, 26))));
        assertEquals("Christmas Day", name(days.get(LocalDate.of(2033, 12, 27))));
        assertTrue(HolidayCalendar.EW.isWorkingDay(LocalDate.of(2033, 12, 28)));
    }

    @Test
    void englishNewYearAtTheWeekendMovesToTheMonday() {
        assertFalse(HolidayCalendar.EW.isWorkingDay(LocalDate.of(2028, 1, 3)));
        assertFalse(HolidayCalendar.EW.isWorkingDay(LocalDate.of(2034, 1, 2)));
    }

    @Test
    void californiaMovesASundayToMondayAndLeavesASaturday() {
        assertFalse(HolidayCalendar.CA.isWorkingDay(LocalDate.of(2027, 7, 5)));
        assertTrue(HolidayCalendar.CA.isWorkingDay(LocalDate.of(2026, 7, 3)));
        assertTrue(HolidayCalendar.CA.isWorkingDay(LocalDate.of(2026, 7, 6)));
    }

    @Test
    void californiaCountsOnlyHolidaysThatAreFederalAndPaid() {
        assertEquals(
                days(
                        "2026-01-01 2026-01-19 2026-02-16 2026-05-25 2026-07-04 2026-09-07 2026-11-11 2026-11-26 2026-12-25"),
                HolidayCalendar.CA.holidaysIn(2026).keySet());
    }

    @Test
    void withoutACalendarEveryDayIsAWorkingDayAndNoneCanBeCounted() {
        var christmas = LocalDate.of(2027, 12, 25);
        var tenDays = Span.named("BIZDAYS_10");

        assertTrue(HolidayCalendar.NONE.isWorkingDay(christmas));
        assertThrows(IllegalArgumentException.class, () -> tenDays.lastDay(christmas, HolidayCalendar.NONE));
    }

    @Test
    void anUnknownCalendarIsRefusedByName() {
        var unknown = assertThrows(IllegalArgumentException.class, () -> HolidayCalendar.named("DE-BY"));

        assertEquals("Unknown holiday calendar DE-BY: expected FR, FR-AM, EW, CA or NONE", unknown.getMessage());
    }

    private static String name(Holiday.@Nullable Name name) {
        return name == null ? "a working day" : name.english();
    }

    private static Set<LocalDate> days(String dates) {
        return Arrays.stream(dates.split(" ")).map(LocalDate::parse).collect(Collectors.toSet());
    }
}
