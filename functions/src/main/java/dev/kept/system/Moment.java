package dev.kept.system;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A moment as other software writes it: ISO 8601 with an offset or without, a date alone, or a number of seconds or
 * milliseconds since 1970.
 */
final class Moment {
    /** Seconds go up to the year 5138, milliseconds begin in 1973. */
    private static final long MILLISECONDS = 100_000_000_000L;

    private Moment() {}

    /**
     * Reads one.
     *
     * @param zone of what is written without an offset
     */
    static Optional<Instant> of(@Nullable AttributeValue value, ZoneId zone) {
        if (value == null) {
            return Optional.empty();
        }
        try {
            return value.n() != null ? Optional.of(number(value.n())) : text(value.s(), zone);
        } catch (DateTimeException | ArithmeticException | NumberFormatException unreadable) {
            return Optional.empty();
        }
    }

    private static Instant number(String number) {
        var count = Long.parseLong(number);
        return count < MILLISECONDS ? Instant.ofEpochSecond(count) : Instant.ofEpochMilli(count);
    }

    private static Optional<Instant> text(@Nullable String text, ZoneId zone) {
        if (text == null) {
            return Optional.empty();
        }
        if (text.indexOf('T') < 0) {
            return Optional.of(LocalDate.parse(text).atStartOfDay(zone).toInstant());
        }
        var offset = text.substring(text.indexOf('T')).matches(".*(Z|[+-][0-9:]+)");
        return Optional.of(
                offset
                        ? OffsetDateTime.parse(text).toInstant()
                        : LocalDateTime.parse(text).atZone(zone).toInstant());
    }
}
