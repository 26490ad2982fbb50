package dev.kept.local.template;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rate(1 day)          | 2026-11-22T10:00:30Z | 2026-11-23T10:00:30Z",
                "rate(5 minutes)      | 2026-11-22T10:00:00Z | 2026-11-22T10:05:00Z",
                "cron(0 6 * * ? *)    | 2026-11-22T05:59:59Z | 2026-11-22T06:00:00Z",
                "cron(0 6 * * ? *)    | 2026-11-22T06:00:00Z | 2026-11-23T06:00:00Z",
                "cron(0/15 * * * ? *) | 2026-11-22T06:50:00Z | 2026-11-22T07:00:00Z",
                "cron(30 8 ? * MON-FRI *) | 2026-11-20T08:30:00Z | 2026-11-23T08:30:00Z",
                "cron(0 0 1 1 ? 2028) | 2026-11-22T06:00:00Z | 2028-01-01T00:00:00Z",
                "cron(0 0 29 FEB ? *) | 2026-11-22T06:00:00Z | 2028-02-29T00:00:00Z",
                "cron(0,30 6-8 1,15 * ? *) | 2026-11-15T08:30:00Z | 2026-12-01T06:00:00Z",
            })
    void firesNextAt(String expression, Instant after, Instant expected) {
        assertEquals(expected, Schedule.of(expression).orElseThrow().following().apply(after));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rate(0 days)",
                "rate(a day)",
                "cron(0 6 * *)",
                "cron(61 6 * * ? *)",
                "cron(0 6 L * ? *)",
                "daily"
            })
    void whatItCannotReadIsNotASchedule(String expression) {
        assertTrue(Schedule.of(expression).isEmpty());
    }
}
