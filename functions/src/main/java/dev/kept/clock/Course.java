package dev.kept.clock;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Follows one case under one rule set, event by event, in the order in which they happened. */
final class Course {
    private final Reckoning reckoning;
    private final boolean lateQuestionsCount;
    private final Map<Doubt, Instant> open = new EnumMap<>(Doubt.class);
    private final TreeSet<LocalDate> stoppedDays = new TreeSet<>();
    private final Set<Flag> flags = EnumSet.noneOf(Flag.class);
    private final List<Step> notes = new ArrayList<>();
    private LocalDate start;
    private @Nullable ClockEvent extension;
    private @Nullable Instant closedAt;

    Course(Reckoning reckoning, boolean lateQuestionsCount, List<ClockEvent> events) {
        this.reckoning = reckoning;
        this.lateQuestionsCount = lateQuestionsCount;
        this.start = reckoning.receipt().localDate();
        events.stream().sorted(Comparator.comparing(ClockEvent::at)).forEach(this::take);
    }

    Reckoning reckoning() {
        return reckoning;
    }

    /** As of the last answer: a question that still waits has moved nothing yet. */
    Progress progress() {
        return new Progress(start, stoppedDays, extension != null);
    }

    Due strict() {
        return reckoning.strict(progress());
    }

    Due outer() {
        return reckoning.outer(progress());
    }

    Optional<ClockEvent> extension() {
        return Optional.ofNullable(extension);
    }

    /** A closed case is judged at the moment of its closing. */
    Standing standing(Instant now) {
        if (!open.isEmpty()) {
            return Standing.STOPPED;
        }
        var moment = closedAt == null ? now : closedAt;
        if (!moment.isBefore(outer().exclusive())) {
            return Standing.BREACHED;
        }
        if (!moment.isBefore(strict().exclusive())) {
            return Standing.OVERDUE;
        }
        return closedAt == null ? Standing.RUNNING : Standing.MET;
    }

    Set<Flag> flags() {
        return flags;
    }

    List<Step> notes() {
        return notes;
    }

    /** Why a notice of extension sent at this moment would not count, or nothing if it would. */
    Optional<Extension.Why> objection(Instant sentAt, @Nullable ExtensionReason reason) {
        if (closedAt != null) {
            return Optional.of(Extension.Why.CLOSED);
        }
        if (reckoning.rules().extension() == null) {
            return Optional.of(Extension.Why.NOT_PROVIDED);
        }
        if (extension != null) {
            return Optional.of(Extension.Why.TWICE);
        }
        if (reason == null) {
            return Optional.of(Extension.Why.NO_REASON);
        }
        return isOver(sentAt) ? Optional.of(Extension.Why.TOO_LATE) : Optional.empty();
    }

    private void take(ClockEvent event) {
        if (event.at().isBefore(reckoning.receipt().receivedAt())) {
            throw new IllegalArgumentException(event.type() + " at " + event.at() + " is before the receipt");
        }
        if (closedAt != null) {
            return;
        }
        switch (event.type()) {
            case RECEIVED -> {}
            case INFO_ASKED -> ask(event);
            case INFO_RECEIVED -> hear(event);
            case EXTENDED -> extend(event);
            case ANSWERED, REFUSED -> close(event.at());
        }
    }

    private void ask(ClockEvent event) {
        var suspension = reckoning.rules().suspension();
        var doubt = event.about();
        if (doubt == null || open.containsKey(doubt)) {
            return;
        }
        if (suspension.of(doubt) == Suspension.Effect.NEVER || reckoning.inHours()) {
            notes.add(Wording.questionStopsNothing(event, suspension.source()));
        } else if (isOver(event.at())) {
            notes.add(Wording.questionAfterTheEnd(event));
        } else if (isLate(event.at(), suspension)) {
            flags.add(Flag.UNDUE_DELAY_RISK);
            notes.add(Wording.questionLate(event, lateQuestionsCount));
            if (lateQuestionsCount) {
                open.put(doubt, event.at());
            }
        } else {
            open.put(doubt, event.at());
        }
    }

    private void hear(ClockEvent event) {
        var doubt = event.about();
        var asked = doubt == null ? null : open.remove(doubt);
        if (doubt != null && asked != null) {
            settle(doubt, asked, event.at());
        }
    }

    private void extend(ClockEvent event) {
        var objection = objection(event.at(), event.reason());
        if (objection.isEmpty()) {
            extension = event;
        } else {
            flags.add(Flag.EXTENSION_NOT_COUNTED);
            notes.add(Wording.extensionNotCounted(event, objection.get()));
        }
    }

    /** A question that was never answered has stopped the clock until here. */
    private void close(Instant at) {
        open.forEach((doubt, asked) -> settle(doubt, asked, at));
        open.clear();
        closedAt = at;
    }

    /** Whole local days: a question that is answered on the day it was asked stops nothing. */
    private void settle(Doubt doubt, Instant asked, Instant answered) {
        var answeredOn = reckoning.receipt().dateOf(answered);
        if (reckoning.rules().suspension().of(doubt) == Suspension.Effect.SUSPENDS) {
            stoppedDays.addAll(
                    reckoning.receipt().dateOf(asked).datesUntil(answeredOn).toList());
        } else if (answeredOn.isAfter(start)) {
            start = answeredOn;
        }
    }

    private boolean isLate(Instant asked, Suspension suspension) {
        var within = suspension.askWithin();
        var receipt = reckoning.receipt();
        return within != null
                && receipt.dateOf(asked).isAfter(within.lastDay(receipt.localDate(), reckoning.calendar()));
    }

    /** Whether the law's last reading has passed at this moment; while a question waits, it moves along. */
    private boolean isOver(Instant at) {
        if (open.isEmpty()) {
            return !at.isBefore(outer().exclusive());
        }
        var settled = new Course(this);
        open.forEach((doubt, asked) -> settled.settle(doubt, asked, at));
        return !at.isBefore(settled.outer().exclusive());
    }

    private Course(Course other) {
        reckoning = other.reckoning;
        lateQuestionsCount = other.lateQuestionsCount;
        stoppedDays.addAll(other.stoppedDays);
        start = other.start;
        extension = other.extension;
    }
}
