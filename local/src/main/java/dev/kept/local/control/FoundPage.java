package dev.kept.local.control;

import java.util.List;

/** Where a text was found. */
final class FoundPage {
    private FoundPage() {}

    static String html(String text, List<String> found) {
        var list = new StringBuilder();
        found.forEach(where -> list.append("<li>").append(Html.escaped(where)).append("</li>"));
        return Html.page(
                "“" + Html.escaped(text) + "”",
                found.isEmpty() ? "<p>Nowhere in what this run keeps.</p>" : "<ul>" + list + "</ul>");
    }
}
