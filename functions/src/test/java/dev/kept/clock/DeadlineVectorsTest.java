package dev.kept.clock;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each worked deadline of the project, or of the file that {@code -Dkept.vectors=} names, is what the engine computes. */
class DeadlineVectorsTest {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE uuuu-MM-dd", Locale.ENGLISH);
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("EEE uuuu-MM-dd HH:mm", Locale.ENGLISH);
    private static final Pattern QUESTION =
            Pattern.compile("asked (\\d{4}-\\d{2}-\\d{2})(?:\\D+answered (\\d{4}-\\d{2}-\\d{2}))?");

    @TestFactory
    List<DynamicTest> everyVectorHolds() {
        var vectors = Vector.read(System.getProperty("kept.vectors"));
        assertFalse(vectors.isEmpty(), "there is no vector to try");
        return vectors.stream()
                .map(vector -> dynamicTest(vector.get("id") + " " + vector.get("rule"), () -> holds(vector)))
                .toList();
    }

    @Test
    void anUnknownRuleIsRefusedByName() {
        var unknown =
                assertThrows(IllegalArgumentException.class, () -> RuleSet.named("FORTNIGHT_2", HolidayCalendar.FR));

        assertEquals("Unknown rule FORTNIGHT_2: expected MONTH_n, DAYS_n, HOURS_n or BIZDAYS_n", unknown.getMessage());
    }

    private static void holds(Vector vector) {
        var zone = ZoneId.of(vector.get("zone"));
        var receipt = new Receipt(OffsetDateTime.parse(vector.get("received")).toInstant(), zone);
        var calendar = calendar(vector.get("calendar"));
        var rules = RuleSet.named(vector.get("rule"), calendar);
        var terms = new Terms(List.of(rules.regime()), null, calendar, true);
        var events = questions(receipt, vector.get("local_start"));

        var deadline = new Deadline(new Inputs(receipt, List.of(rules), terms, events));

        var inHours = rules.period().span().unit() == Span.Unit.HOURS;
        var start = inHours
                ? MINUTE.format(receipt.receivedAt().atZone(zone))
                : receipt.localDate().toString();
        assertAll(
                () -> assertStartsWith(start, vector.get("local_start")),
                () -> assertEquals(Instant.parse(vector.get("strict_due_exclusive_utc")), deadline.strict(), "strict"),
                () -> assertEquals(Instant.parse(vector.get("outer_due_exclusive_utc")), deadline.outer(), "outer"),
                () -> assertStartsWith(
                        inHours ? MINUTE.format(deadline.strict().atZone(zone)) : DAY.format(deadline.strictDate()),
                        vector.get("strict_due")),
                () -> assertStartsWith(
                        inHours ? MINUTE.format(deadline.outer().atZone(zone)) : DAY.format(deadline.outerDate()),
                        vector.get("outer_due")),
                () -> assertEquals(flags(receipt, events), deadline.flags()));
    }

    /** The time zone's short name, which follows in the vectors, depends on who writes it; the instants settle it. */
    private static void assertStartsWith(String computed, String expected) {
        assertEquals(expected.substring(0, Math.min(computed.length(), expected.length())), computed);
    }

    private static HolidayCalendar calendar(String id) {
        return id.isEmpty() || id.equals("-") ? HolidayCalendar.NONE : HolidayCalendar.named(id);
    }

    /** "2026-03-05 (asked 2026-03-06, answered 2026-03-16: 10 d)": only days count, so the last moment of each will do. */
    private static List<ClockEvent> questions(Receipt receipt, String localStart) {
        var events = new ArrayList<ClockEvent>();
        var question = QUESTION.matcher(localStart);
        while (question.find()) {
            events.add(ClockEvent.asked(Doubt.IDENTITY, lastMomentOf(question.group(1), receipt.zone())));
            if (question.group(2) != null) {
                events.add(ClockEvent.told(Doubt.IDENTITY, lastMomentOf(question.group(2), receipt.zone())));
            }
        }
        return events;
    }

    private static Instant lastMomentOf(String day, ZoneId zone) {
        return Due.endOf(LocalDate.parse(day), zone).exclusive().minusSeconds(1);
    }

    private static EnumSet<Flag> flags(Receipt receipt, List<ClockEvent> events) {
        var lastPromptDay = receipt.localDate().plusDays(5);
        var late = events.stream()
                .anyMatch(event -> event.type() == ClockEvent.Type.INFO_ASKED
                        && receipt.dateOf(event.at()).isAfter(lastPromptDay));
        return late ? EnumSet.of(Flag.UNDUE_DELAY_RISK) : EnumSet.noneOf(Flag.class);
    }
}
