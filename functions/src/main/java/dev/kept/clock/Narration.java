package dev.kept.clock;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Tells how the two dates of one course came about. */
record Narration(Course course) {
    List<Step> steps() {
        var reckoning = course.reckoning();
        var rules = reckoning.rules();
        var progress = course.progress();
        // As if no day had been stopped: those are a step of their own.
        var running = new Progress(progress.start(), Set.of(), progress.extended());
        var steps = new ArrayList<Step>();

        var receivedOn = reckoning.receipt().localDate();
        if (!progress.start().equals(receivedOn)) {
            steps.add(Wording.startsLater(
                    receivedOn, progress.start(), rules.suspension().source()));
        }
        var period = reckoning.period(progress);
        var end = shown(reckoning.legal(running));
        steps.add(course.extension()
                .map(notice -> Wording.extended(period.span(), progress.start(), end, notice, period.source()))
                .orElseGet(() -> Wording.period(period.span(), end, period.source())));
        var promise = reckoning.promise();
        if (promise != null) {
            steps.add(reckoning
                    .promised(running)
                    .map(due -> Wording.promise(promise, shown(due)))
                    .orElseGet(() -> Wording.promiseGivesWay(promise)));
        }
        if (progress.stopped() > 0) {
            var strict = shown(course.strict());
            var legal = shown(reckoning.legal(progress));
            steps.add(
                    Wording.stopped(progress, legal, strict, rules.suspension().source()));
        }
        addLastReading(steps);
        steps.addAll(course.notes());
        return steps;
    }

    private void addLastReading(List<Step> steps) {
        var reckoning = course.reckoning();
        var legal = reckoning.legal(course.progress());
        var outer = course.outer();
        if (reckoning.inHours()) {
            steps.add(Wording.fullHour(shown(outer), reckoning.rules().period().source()));
        } else if (!outer.equals(legal)) {
            var source = reckoning.rules().lastDay().source();
            steps.add(Wording.moved(legal.date(), outer.date(), reckoning.calendar(), source));
        }
    }

    /** A period in hours starts and ends at a moment of the day, any other with whole days. */
    String localStart() {
        var receipt = course.reckoning().receipt();
        return course.reckoning().inHours()
                ? LocalDateTime.ofInstant(receipt.receivedAt(), receipt.zone()).toString()
                : course.progress().start().toString();
    }

    private String shown(Due due) {
        return course.reckoning().inHours()
                ? due.exclusive()
                        .atZone(course.reckoning().receipt().zone())
                        .toOffsetDateTime()
                        .toString()
                : due.date().toString();
    }
}
