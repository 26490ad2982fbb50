package dev.kept.local;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One message as it reached one recipient; a part that was not sent is empty. */
public record Mail(String to, String subject, String text, String html, Map<String, String> headers, Instant sent) {
    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"'\\\\^`{|}]+");
    private static final Pattern PUNCTUATION = Pattern.compile("[.,;:!?)\\]]+$");

    public Mail {
        headers = Map.copyOf(headers);
    }

    /** Every address to follow in the text and then in the HTML, each once. */
    public List<String> links() {
        Set<String> links = new LinkedHashSet<>(linksIn(text));
        linksIn(html).stream().map(link -> link.replace("&amp;", "&")).forEach(links::add);
        return List.copyOf(links);
    }

    private static List<String> linksIn(String part) {
        List<String> links = new ArrayList<>();
        for (Matcher matcher = LINK.matcher(part); matcher.find(); ) {
            links.add(PUNCTUATION.matcher(matcher.group()).replaceFirst(""));
        }
        return links;
    }

    @Override
    public String toString() {
        return "[personal]";
    }
}
