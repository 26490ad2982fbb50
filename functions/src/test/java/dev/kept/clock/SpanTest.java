package dev.kept.clock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SpanTest {
    @Test
    void everyFamilyIsReadByNameAndWrittenTheSame() {
        for (var name : List.of("MONTH_1", "MONTH_12", "DAYS_30", "DAYS_7", "HOURS_96", "BIZDAYS_15")) {
            assertEquals(name, Span.named(name).toString());
        }
    }

    @Test
    void anIsoAmountBecomesASpanInOneUnit() {
        var expected = Map.of(
                "P30D",
                "DAYS_30",
                "P2W",
                "DAYS_14",
                "P1M",
                "MONTH_1",
                "P3Y",
                "MONTH_36",
                "P1Y6M",
                "MONTH_18",
                "PT72H",
                "HOURS_72",
                "pt4h",
                "HOURS_4");

        expected.forEach((iso, name) -> assertEquals(name, Span.iso(iso).toString()));
    }

    @Test
    void whatIsNotOneWholePositiveUnitIsRefused() {
        for (var iso : List.of("P1M15D", "P0D", "-P1D", "PT90M", "PT0H")) {
            assertThrows(IllegalArgumentException.class, () -> Span.iso(iso), iso);
        }
        for (var name : List.of("MONTH_0", "MONTH_", "MONTHS_1", "month_1", "DAYS_-1", "DAYS_1.5", "HOURS_72 ")) {
            assertThrows(IllegalArgumentException.class, () -> Span.named(name), name);
        }
    }

    @Test
    void theFirstDayIsNotCountedAndTheLastIs() {
        var friday = LocalDate.parse("2026-11-20");

        assertEquals(LocalDate.parse("2026-11-23"), Span.named("BIZDAYS_1").lastDay(friday, HolidayCalendar.FR));
        assertEquals(LocalDate.parse("2026-11-21"), Span.named("DAYS_1").lastDay(friday, HolidayCalendar.FR));
    }

    @Test
    void hoursAreNotCountedFromADay() {
        var hours = Span.named("HOURS_72");
        var day = LocalDate.parse("2026-11-20");

        assertThrows(IllegalArgumentException.class, () -> hours.lastDay(day, HolidayCalendar.FR));
    }

    @Test
    void suspendedHoursAreNoRule() {
        assertThrows(IllegalArgumentException.class, () -> RuleSet.named("HOURS_72+SUSP", HolidayCalendar.NONE));
    }
}
