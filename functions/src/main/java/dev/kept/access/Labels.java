package dev.kept.access;

import dev.kept.policy.ConnectedSystemDeclaration;
import dev.kept.policy.Field;
import dev.kept.policy.Form;
import dev.kept.policy.Observation;
import dev.kept.policy.Policy;
import java.util.Optional;

/** What fields, systems and forms are called by the policy, so that a person reads words and not names of columns. */
final class Labels {
    private static final String FORM = "form:";

    private final Policy policy;
    private final String language;

    Labels(Policy policy, String language) {
        this.policy = policy;
        this.language = language;
    }

    String system(String id) {
        return policy.system(id).map(system -> system.title().in(language)).orElse(id);
    }

    /** The title of the form that a record came from, or the source as the record gives it. */
    String source(String source) {
        return form(source).map(form -> form.title().in(language)).orElse(source);
    }

    /** The label of a field: by the form that its record came from, by its system, or by any form that asks for it. */
    String field(String system, String source, String name) {
        return form(source)
                .flatMap(form -> inForm(form, name))
                .or(() -> policy.system(system).flatMap(declared -> inSystem(declared, name)))
                .or(() -> policy.forms().values().stream()
                        .flatMap(form -> inForm(form, name).stream())
                        .findFirst())
                .orElse(name);
    }

    /** The value as the form showed it, where it was chosen from a list; every other value as it is. */
    String value(String source, String name, String value) {
        return form(source)
                .flatMap(form -> form.field(name))
                .flatMap(field -> field.choices().stream()
                        .filter(choice -> choice.value().equals(value))
                        .findFirst())
                .map(choice -> choice.label().in(language))
                .orElse(value);
    }

    String consent(String name) {
        return policy.consent(name).map(consent -> consent.label().in(language)).orElse(name);
    }

    private Optional<Form> form(String source) {
        return source.startsWith(FORM) ? policy.form(source.substring(FORM.length())) : Optional.empty();
    }

    private Optional<String> inForm(Form form, String name) {
        return form.field(name)
                .map(Field::label)
                .or(() -> form.observed().stream()
                        .filter(seen -> seen.name().equals(name))
                        .map(Observation::label)
                        .findFirst())
                .map(label -> label.in(language));
    }

    private Optional<String> inSystem(ConnectedSystemDeclaration system, String name) {
        return system.attributes().stream()
                .filter(attribute -> attribute.name().equals(name))
                .map(attribute -> attribute.label().in(language))
                .findFirst();
    }
}
