package dev.kept.policy;

import java.util.List;

/** Reads what is collected: forms, their fields, and the boxes to tick. */
final class FormReader {
    private static final int LONGEST = 20_000;

    private FormReader() {}

    static Form form(String name, Part part) {
        return new Form(
                name,
                part.text("title"),
                part.text("introduction"),
                List.copyOf(part.someNamed("fields", Spelling.FIELD, FormReader::field)
                        .values()),
                List.copyOf(part.named("observed", Spelling.FIELD, FormReader::observation)
                        .values()),
                part.strings("consents", Spelling.NAME),
                part.promises());
    }

    static Consent consent(String name, Part part) {
        return new Consent(
                name,
                part.text("label"),
                part.text("purpose"),
                part.string("category", Spelling.NAME),
                part.promises());
    }

    private static Field field(String name, Part part) {
        var type = part.word("type", FieldType.values());
        var choices =
                part.named("choices", Spelling.CHOICE, (value, choice) -> new Choice(value, choice.text("label")));
        if (type == FieldType.CHOICE && choices.isEmpty()) {
            part.wrong("choices", "is missing: a field of type choice needs them");
        }
        if (type != FieldType.CHOICE && !choices.isEmpty()) {
            part.wrong("choices", "only goes with the type choice: remove it, or change the type");
        }
        var identifier = part.wordOrNone("identifier", IdentifierType.values());
        var selfService = part.flagIfGiven("selfService");
        if (selfService && identifier != null) {
            part.wrong("selfService", "does not go with an identifier: whom a record belongs to, staff decide");
        }
        return new Field(
                name,
                type,
                part.flag("required"),
                part.string("category", Spelling.NAME),
                part.number("maxLength", 1, LONGEST),
                part.text("label"),
                identifier,
                List.copyOf(choices.values()),
                part.stringOrNone("autocomplete", Spelling.AUTOCOMPLETE),
                selfService);
    }

    private static Observation observation(String name, Part part) {
        return new Observation(name, part.string("category", Spelling.NAME), part.text("label"));
    }
}
