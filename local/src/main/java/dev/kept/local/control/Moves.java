package dev.kept.local.control;

import dev.kept.local.time.Agenda;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;

/** Moves the clock as asked, and waits until everything that fell due has run. */
final class Moves {
    private static final int MOST_YEARS = 20;

    private final Agenda agenda;

    Moves(Agenda agenda) {
        this.agenda = agenda;
    }

    void move(String advance, String to) {
        if (advance.isEmpty() == to.isEmpty()) {
            throw new IllegalArgumentException("Give advance, such as P12D, or to, such as 2026-12-06T08:00:00Z.");
        }
        var now = agenda.clock().instant();
        var target = advance.isEmpty() ? instant(to) : after(now, advance);
        if (target.isBefore(now)) {
            throw new IllegalArgumentException("The clock only goes forward; it is " + now + ".");
        }
        if (target.isAfter(now.atOffset(ZoneOffset.UTC).plusYears(MOST_YEARS).toInstant())) {
            throw new IllegalArgumentException("The clock goes " + MOST_YEARS + " years at once, not more.");
        }
        // by an amount and not to the instant, which a running clock may have passed meanwhile
        agenda.advance(Duration.between(now, target));
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException unreadable) {
            throw new IllegalArgumentException("to is an instant such as 2026-12-06T08:00:00Z.");
        }
    }

    private static Instant after(Instant now, String text) {
        try {
            return text.contains("T")
                    ? now.plus(Duration.parse(text))
                    : now.atOffset(ZoneOffset.UTC).plus(Period.parse(text)).toInstant();
        } catch (DateTimeParseException | ArithmeticException unreadable) {
            throw new IllegalArgumentException("advance is an amount of time such as P12D or PT1H.");
        }
    }
}
