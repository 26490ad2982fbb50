package dev.kept.access;

import dev.kept.page.Dates;
import dev.kept.page.Texts;
import dev.kept.policy.Field;
import dev.kept.policy.Policy;
import dev.kept.request.Objection;
import dev.kept.system.Row;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Collectors;

/** A person's own requests in words: what each field is called, and what its value means. */
final class RequestWords {
    private static final String PROPOSED = "details.fields.";

    private final Policy policy;
    private final Texts texts;
    private final Dates dates;
    private final String language;

    RequestWords(Policy policy, Texts texts) {
        this.policy = policy;
        this.texts = texts;
        dates = new Dates(texts);
        language = texts.language().code();
    }

    /** Whether the record is one of these. */
    static boolean are(Row row) {
        return row.category().equals(OwnRequests.CATEGORY) && row.fields().containsKey("reference");
    }

    /** The label of a field; a detail that has none is called as she called it. */
    String label(String name) {
        if (name.startsWith(PROPOSED)) {
            var field = name.substring(PROPOSED.length());
            return texts.get(
                    "copy.request.proposed",
                    policy.fields(field).stream()
                            .findFirst()
                            .map(Field::label)
                            .map(label -> label.in(language))
                            .orElse(field));
        }
        return texts.wordOr("asked", name, name.replaceFirst("^details\\.", ""));
    }

    String value(String name, String value) {
        return switch (name) {
            case "kind" -> texts.word("kind", value);
            case "state" -> texts.word("state", value);
            case "received" -> moment(value);
            case "answerBy", "extendedTo" -> dates.day(LocalDate.parse(value));
            case "steps" -> value.lines().map(this::step).collect(Collectors.joining("\n"));
            case OwnRequests.TYPED -> texts.get("copy.request.erased");
            case "details.purposes" -> value.lines().map(this::purpose).collect(Collectors.joining("\n"));
            default -> value;
        };
    }

    private String step(String line) {
        var step = line.split(" ", 2);
        return moment(step[0]) + " – " + texts.wordOr("step", step[1], step[1]);
    }

    private String purpose(String name) {
        return name.equals(Objection.MARKETING)
                ? texts.get("object.marketing")
                : Optional.ofNullable(policy.categories().get(name))
                        .map(category -> category.title().in(language))
                        .orElse(name);
    }

    private String moment(String instant) {
        return dates.moment(Instant.parse(instant).atZone(policy.zone()));
    }
}
