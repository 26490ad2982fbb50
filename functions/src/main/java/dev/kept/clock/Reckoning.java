package dev.kept.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The arithmetic of one rule set for one receipt. */
record Reckoning(
        Receipt receipt,
        RuleSet rules,
        HolidayCalendar calendar,
        @Nullable Span promise) {
    static Reckoning of(Receipt receipt, RuleSet rules, Terms terms) {
        return new Reckoning(receipt, rules, rules.calendar(terms.calendar()), terms.promise());
    }

    /** The span in force: extended, the whole is counted from the start and not from the end of the first period. */
    RuleSet.Sourced period(Progress progress) {
        var extension = rules.extension();
        return progress.extended() && extension != null ? extension : rules.period();
    }

    boolean inHours() {
        return rules.period().span().unit() == Span.Unit.HOURS;
    }

    Due legal(Progress progress) {
        return end(period(progress).span(), progress);
    }

    /** The promise gives way to an extension: the person was told the new date. */
    Optional<Due> promised(Progress progress) {
        return progress.extended()
                ? Optional.empty()
                : Optional.ofNullable(promise).map(span -> end(span, progress));
    }

    /** The date that alarms run on: the earlier of promise and law, never moved by a weekend. */
    Due strict(Progress progress) {
        var legal = legal(progress);
        return promised(progress).map(legal::orEarlier).orElse(legal);
    }

    /** The law's last reading. */
    Due outer(Progress progress) {
        var legal = legal(progress);
        if (inHours()) {
            return Due.at(
                    afterHours(
                            fullHourAfter(receipt.receivedAt()),
                            period(progress).span()),
                    receipt.zone());
        }
        return rules.lastDay().moves() ? Due.endOf(calendar.workingDayFrom(legal.date()), receipt.zone()) : legal;
    }

    private Due end(Span span, Progress progress) {
        if (span.unit() == Span.Unit.HOURS) {
            return Due.at(afterHours(receipt.receivedAt(), span), receipt.zone());
        }
        var lastDay = span.lastDay(progress.start(), calendar).plusDays(progress.stopped());
        return Due.endOf(lastDay, receipt.zone());
    }

    private static Instant afterHours(Instant start, Span span) {
        return start.plus(Duration.ofHours(span.count()));
    }

    /**
     * The hour in which the event falls is not counted (Reg. 1182/71 art. 3(1)).
     *
     * <p>Floored at the offset of that moment and not in the zone, where a repeated half hour could throw it back by more than one.
     */
    Instant fullHourAfter(Instant event) {
        var offset = receipt.zone().getRules().getOffset(event);
        return event.atOffset(offset).truncatedTo(ChronoUnit.HOURS).plusHours(1).toInstant();
    }
}
