package dev.kept.clock;

import java.time.LocalDate;
import java.util.List;

/** The sentences of an explanation, in English and in French. */
final class Wording {
    private Wording() {}

    static Step startsLater(LocalDate receipt, LocalDate start, String source) {
        return Step.of(
                "received " + receipt + ", what was asked came on " + start + ": the period runs from then",
                "reçue le " + receipt + ", ce qui était demandé est arrivé le " + start
                        + " : le délai court de ce jour",
                source);
    }

    static Step period(Span span, String end, String source) {
        return Step.of("+" + english(span) + " → " + end, "+" + french(span) + " → " + end, source);
    }

    static Step extended(Span span, LocalDate start, String end, ClockEvent notice, String source) {
        var reason = notice.reason() == null ? "" : notice.reason() + ", ";
        return Step.of(
                "extended (" + reason + "notice sent " + notice.at() + "): " + english(span) + " from " + start + " → "
                        + end,
                "prolongé (" + reason + "avis envoyé " + notice.at() + ") : " + french(span) + " à compter du " + start
                        + " → " + end,
                source);
    }

    static Step promise(Span span, String end) {
        return new Step("promise " + english(span) + " → " + end, "promesse de " + french(span) + " → " + end);
    }

    static Step promiseGivesWay(Span span) {
        return new Step(
                "the promise of " + english(span) + " gives way to the extension, of which the person was told",
                "la promesse de " + french(span) + " cède à la prolongation, dont la personne est avertie");
    }

    static Step stopped(Progress progress, String legal, String strict, String source) {
        var days = progress.stopped();
        return Step.of(
                days + (days == 1 ? " day" : " days") + " not counted while a question waited → " + legal
                        + (legal.equals(strict) ? "" : ", promise → " + strict),
                days + (days == 1 ? " jour" : " jours") + " d’attente d’une réponse, non "
                        + (days == 1 ? "compté" : "comptés") + " → " + legal
                        + (legal.equals(strict) ? "" : ", promesse → " + strict),
                source);
    }

    static Step moved(LocalDate from, LocalDate to, HolidayCalendar calendar, String source) {
        var daysOff = from.datesUntil(to).toList();
        return Step.of(list(daysOff, calendar, true) + " → " + to, list(daysOff, calendar, false) + " → " + to, source);
    }

    static Step fullHour(String outer, String source) {
        return Step.of(
                "the hour begun is not counted → " + outer, "l’heure commencée n’est pas comptée → " + outer, source);
    }

    static Step questionStopsNothing(ClockEvent asked, String source) {
        return Step.of(
                "question about " + asked.about() + " of " + asked.at() + " does not stop the clock",
                "la question du " + asked.at() + " (" + asked.about() + ") n’arrête pas le délai",
                source);
    }

    static Step questionAfterTheEnd(ClockEvent asked) {
        return new Step(
                "question about " + asked.about() + " of " + asked.at() + " came after the end and stops nothing",
                "la question du " + asked.at() + " (" + asked.about() + ") vient après la fin et n’arrête rien");
    }

    static Step questionLate(ClockEvent asked, boolean counts) {
        return new Step(
                "question about " + asked.about() + " of " + asked.at()
                        + " was asked late: \"without undue delay\" is doubtful"
                        + (counts ? "" : ", and it is not counted"),
                "la question du " + asked.at() + " (" + asked.about()
                        + ") est tardive : « dans les meilleurs délais » est douteux"
                        + (counts ? "" : ", et elle n’est pas comptée"));
    }

    static Step extensionNotCounted(ClockEvent extended, Extension.Why why) {
        return new Step(
                "extension of " + extended.at() + " does not count: " + why,
                "la prolongation du " + extended.at() + " ne compte pas : " + why);
    }

    static Step earlierUnder(String ruleSet, LocalDate outer) {
        return new Step(
                "the last reading is earlier under " + ruleSet + " → " + outer,
                "la dernière lecture est plus tôt selon " + ruleSet + " → " + outer);
    }

    private static String list(List<LocalDate> daysOff, HolidayCalendar calendar, boolean english) {
        var text = new StringBuilder();
        for (var day : daysOff) {
            var name = calendar.dayOff(day).orElseThrow();
            text.append(text.isEmpty() ? "" : ", ")
                    .append(day)
                    .append(' ')
                    .append(english ? name.english() : name.french());
        }
        return text.toString();
    }

    static String english(Span span) {
        var unit = switch (span.unit()) {
            case MONTH -> " month";
            case DAYS -> " day";
            case HOURS -> " hour";
            case BIZDAYS -> " business day";
        };
        return span.count() + unit + (span.count() == 1 ? "" : "s");
    }

    static String french(Span span) {
        var several = span.count() != 1;
        var unit = switch (span.unit()) {
            case MONTH -> " mois";
            case DAYS -> several ? " jours" : " jour";
            case HOURS -> several ? " heures" : " heure";
            case BIZDAYS -> several ? " jours ouvrés" : " jour ouvré";
        };
        return span.count() + unit;
    }
}
