package dev.kept.local.template;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * When a rule fires, read from {@code rate(1 day)} or {@code cron(0 6 * * ? *)}.
 *
 * @param expression as the template has it
 * @param following the first instant after another at which it fires
 */
public record Schedule(String expression, UnaryOperator<Instant> following) {
    private static final Pattern RATE = Pattern.compile("rate\\((\\d+) (minute|hour|day)s?\\)");
    private static final Pattern CRON = Pattern.compile("cron\\((.*)\\)");

    /** Empty when the expression is neither. */
    static Optional<Schedule> of(String expression) {
        var rate = RATE.matcher(expression);
        if (rate.matches()) {
            var period = period(rate.group(2)).multipliedBy(Long.parseLong(rate.group(1)));
            return period.isZero()
                    ? Optional.empty()
                    : Optional.of(new Schedule(expression, instant -> instant.plus(period)));
        }
        var cron = CRON.matcher(expression);
        return cron.matches()
                ? CronExpression.of(cron.group(1)).map(parsed -> new Schedule(expression, parsed::following))
                : Optional.empty();
    }

    private static Duration period(String unit) {
        return switch (unit) {
            case "minute" -> Duration.ofMinutes(1);
            case "hour" -> Duration.ofHours(1);
            default -> Duration.ofDays(1);
        };
    }
}
