package dev.kept.policy;

import java.time.Period;
import java.util.ArrayList;
import java.util.List;

/** Says a period and its event in French or English. */
final class PeriodWords {
    private PeriodWords() {}

    static String describe(Period period, StartEvent event, String language) {
        var french = language.equals("fr");
        if (event == StartEvent.NEVER) {
            return french ? "sans limite de durée" : "without a time limit";
        }
        if (period.isZero()) {
            return french ? until(event.describe(language)) : "until " + event.describe(language);
        }
        return say(period, french) + (french ? " après " : " after ") + event.describe(language);
    }

    private static String until(String event) {
        return event.startsWith("le ") ? "jusqu’au " + event.substring("le ".length()) : "jusqu’à " + event;
    }

    /** A period in words, such as "1 an et 6 mois"; nothing where it is none. */
    static String say(Period period, boolean french) {
        var parts = new ArrayList<String>();
        add(parts, period.getYears(), french ? "an" : "year", french ? "ans" : "years");
        add(parts, period.getMonths(), french ? "mois" : "month", french ? "mois" : "months");
        add(parts, period.getDays(), french ? "jour" : "day", french ? "jours" : "days");
        return String.join(french ? " et " : " and ", parts);
    }

    private static void add(List<String> parts, int count, String one, String many) {
        if (count != 0) {
            parts.add(count + " " + (count == 1 ? one : many));
        }
    }
}
