package dev.kept.intake;

import dev.kept.http.Call;
import dev.kept.http.Input;
import dev.kept.person.Identifier;
import dev.kept.policy.Field;
import dev.kept.policy.Form;
import dev.kept.policy.IdentifierType;
import dev.kept.policy.Policy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A form as it was filled in, each value checked against its field of the policy.
 *
 * @param fields the values by field name, those left empty absent
 * @param observed what comes with the call itself, such as the network address, where the policy says so
 * @param consents the boxes that were ticked
 * @param identifiers what the person can be found by
 * @param language the language that the person was spoken to in
 */
record FilledForm(
        Map<String, String> fields,
        Map<String, String> observed,
        List<String> consents,
        List<Identifier> identifiers,
        String language) {
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,15}");
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");

    static FilledForm read(Form form, Policy policy, Call call) {
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
                if (!fits(field, text, policy)) {
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

    private static boolean fits(Field field, String text, Policy policy) {
        return switch (field.type()) {
            case EMAIL ->
                Identifier.of(IdentifierType.EMAIL, text, policy.regime()).isPresent();
            case PHONE ->
                Identifier.of(IdentifierType.PHONE, text, policy.regime()).isPresent();
            case NUMBER -> NUMBER.matcher(text).matches();
            case DIGITS -> DIGITS.matcher(text).matches();
            case COUNTRY -> COUNTRY.matcher(text).matches();
            case CHOICE ->
                field.choices().stream().anyMatch(choice -> choice.value().equals(text));
            case TEXT -> !text.contains("\n");
            case LONG_TEXT -> true;
        };
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

    /** Shows which fields there are and nothing of what they hold. */
    @Override
    public String toString() {
        return "FilledForm" + fields.keySet();
    }
}
