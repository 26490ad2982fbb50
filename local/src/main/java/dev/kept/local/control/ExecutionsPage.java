package dev.kept.local.control;

import dev.kept.local.states.Executions;

/** The workflows' executions, and the states that each has entered. */
final class ExecutionsPage {
    private ExecutionsPage() {}

    static String html(Executions executions) {
        var articles = new StringBuilder();
        for (var execution : executions.all()) {
            articles.append("<article><h2>")
                    .append(Html.escaped(execution.name()))
                    .append("</h2><small>")
                    .append(Html.escaped(execution.stateMachineArn().replaceFirst(".*:", "")))
                    .append(", ")
                    .append(execution.status())
                    .append(execution.error() == null ? "" : ", " + Html.escaped(execution.error()))
                    .append("</small><table>");
            executions.history(execution.executionArn()).stream()
                    .filter(event -> event.type().endsWith("StateEntered"))
                    .forEach(event -> articles.append("<tr><td>")
                            .append(event.timestamp())
                            .append("</td><td>")
                            .append(Html.escaped(String.valueOf(event.details().get("name"))))
                            .append("</td></tr>"));
            articles.append("</table></article>");
        }
        return Html.page("Executions", articles.isEmpty() ? "<p>No workflow has run yet.</p>" : articles.toString());
    }
}
