package dev.kept.local.control;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** {@code /_local/}: where everything is, and the buttons that move the clock. */
final class StartPage {
    private static final List<List<String>> STEPS = List.of(
            List.of("PT1H", "1 hour"),
            List.of("P1D", "1 day"),
            List.of("P12D", "12 days"),
            List.of("P1M", "1 month"),
            List.of("P1Y", "1 year"));

    private StartPage() {}

    static String html(Instant now) {
        var buttons = new StringBuilder();
        for (var step : STEPS) {
            buttons.append("<button name=\"advance\" value=\"")
                    .append(step.get(0))
                    .append("\">")
                    .append(step.get(1))
                    .append(" later</button>");
        }
        return Html.page(
                "This run",
                "<p>It is <strong>" + now.truncatedTo(ChronoUnit.SECONDS) + "</strong> here. Whatever falls due on the"
                        + " way happens when you move on.</p><form method=\"post\" action=\"/_local/clock\">" + buttons
                        + "</form><h2>Look for a text</h2><p class=\"quiet\">In every table, object, mail, history, log"
                        + " line and queue that this run keeps.</p><form action=\"/_local/find\"><input name=\"text\""
                        + " aria-label=\"Text\" minlength=\"3\" required><button>Find</button></form>");
    }
}
