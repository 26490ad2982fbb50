package dev.kept.clock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReminderTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private final Deadlines deadlines = new Deadlines(RuleSets.load());

    @Test
    void alarmsComeAtHalfThreeQuartersAndNineTenthsAndHourlyOnTheLastDay() {
        var receipt = new Receipt(Instant.parse("2026-06-01T22:00:00Z"), PARIS);
        var deadline = deadlines.forPromise(receipt, Span.named("DAYS_9"));

        var reminders = deadline.reminders();

        assertEquals(Instant.parse("2026-06-11T22:00:00Z"), deadline.strict());
        assertEquals(
                List.of(
                        new Reminder(Instant.parse("2026-06-06T22:00:00Z"), Reminder.Occasion.HALF),
                        new Reminder(Instant.parse("2026-06-09T10:00:00Z"), Reminder.Occasion.THREE_QUARTERS),
                        new Reminder(Instant.parse("2026-06-10T22:00:00Z"), Reminder.Occasion.NINE_TENTHS),
                        new Reminder(Instant.parse("2026-06-10T22:00:00Z"), Reminder.Occasion.LAST_DAY),
                        new Reminder(Instant.parse("2026-06-10T23:00:00Z"), Reminder.Occasion.LAST_DAY)),
                reminders.subList(0, 5));
        assertEquals(27, reminders.size());
        assertEquals(deadline.strict().minusSeconds(3_600), reminders.get(26).at());
    }

    @Test
    void aShortPeriodIsNotRemindedOfBeforeItBegins() {
        var receipt = new Receipt(Instant.parse("2026-06-01T22:00:00.5Z"), PARIS);

        var reminders = deadlines.forPromise(receipt, Span.named("HOURS_4")).reminders();

        assertEquals(6, reminders.size());
        assertTrue(reminders.stream().allMatch(reminder -> reminder.at().isAfter(receipt.receivedAt())));
    }

    @Test
    void remindersFollowTheStrictDate() {
        var receipt = new Receipt(Instant.parse("2026-03-05T09:00:00Z"), PARIS);
        var deadline = deadlines.forRequest(receipt, Terms.of("EU-FR", null, "FR"));

        var moved =
                deadline.suspended(receipt.receivedAt(), receipt.receivedAt().plusSeconds(10 * 86_400));

        assertEquals(
                deadline.reminders().get(0).at().plusSeconds(5 * 86_400),
                moved.reminders().get(0).at());
    }

    @Test
    void remindersStandOnWholeSeconds() {
        ManyCases.of(200, random -> {
            var receipt = new Receipt(ManyCases.instant(random), ManyCases.any(random, ManyCases.ZONES));

            var reminders =
                    deadlines.forPromise(receipt, Span.named("HOURS_72")).reminders();

            assertTrue(reminders.stream()
                    .allMatch(reminder -> reminder.at().equals(reminder.at().truncatedTo(ChronoUnit.SECONDS))));
        });
    }
}
