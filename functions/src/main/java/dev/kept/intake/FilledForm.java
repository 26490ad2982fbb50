package dev.kept.intake;

import dev.kept.http.Call;
import dev.kept.http.Input;
import dev.kept.person.Identifier;
import dev.kept.policy.Field;
import dev.kept.policy.Form;
import dev.kept.policy.Policy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A form as it was filled in, each value checked against its field of the policy.
 *
 * @param fields the values by field name, those left empty absent
 * @param observed what comes with the call itself, such as the network address, where the policy says so
 * @param consents the boxes that were ticked
 * @param identifiers what the person can be found by
 * @param language the language that the person was spoken to in
 */
public record FilledForm(
        Map<String, String> fields,
        Map<String, String> observed,
        List<String> consents,
        List<Identifier> identifiers,
        String language) {

    public static FilledForm read(Form form, Policy policy, Call call) {
        var input = Input.of(call);
        CardNumbers.refuse(input);
        var language = policy.language(input.optional("language", 8).orElse(null));
        var fields = new LinkedHashMap<String, String>();
        var identifiers = new ArrayList<Identifier>();
        var given = input.object("fields");
        for (var field : form.fields()) {
            var value = field.required()
                    ? Optional.of(given.text(field.name(), field.maxLength())).filter(text -> !text.isEmpty())
                    : given.optional(field.name(), field.maxLength());
            value.ifPresent(text -> {
                if (!FieldCheck.fits(field, text, policy)) {
                    given.refuse(field.name());
                }
                fields.put(field.name(), text);
                identifierOf(field, text, policy).ifPresent(identifiers::add);
            });
        }
        var boxes = input.object("consents");
        var consents = form.consents().stream().filter(boxes::ticked).toList();
        input.done();
        return new FilledForm(
                fields,
                observed(form, call),
                consents,
                identifiers.stream().distinct().toList(),
                language);
    }

    private static Optional<Identifier> identifierOf(Field field, String text, Policy policy) {
        return Optional.ofNullable(field.identifier()).flatMap(type -> Identifier.of(type, text, policy.regime()));
    }

    private static Map<String, String> observed(Form form, Call call) {
        var seen = new LinkedHashMap<String, String>();
        for (var observation : form.observed()) {
            switch (observation.name()) {
                case "ipAddress" -> seen.put("ipAddress", call.sender());
                case "location" ->
                    call.header("cloudfront-viewer-country").ifPresent(country -> seen.put("location", country));
                default -> {
                    // what neither the call nor the network says is not made up
                }
            }
        }
        return seen;
    }

    /** The same form with other values in some of its fields. */
    FilledForm with(Form form, Map<String, String> values, Policy policy) {
        var others = new LinkedHashMap<>(fields);
        others.putAll(values);
        var found = form.fields().stream()
                .filter(field -> others.containsKey(field.name()))
                .flatMap(field -> identifierOf(field, String.valueOf(others.get(field.name())), policy).stream())
                .distinct()
                .toList();
        return new FilledForm(others, observed, consents, found, language);
    }

    /** Shows which fields there are and nothing of what they hold. */
    @Override
    public String toString() {
        return "FilledForm" + fields.keySet();
    }
}
