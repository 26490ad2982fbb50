package dev.kept.policy;

import java.util.List;
import java.util.Optional;

/** One form that collects personal data: nothing but what is declared here is accepted. */
public record Form(
        String name,
        Text title,
        Text introduction,
        List<Field> fields,
        List<Observation> observed,
        List<String> consents,
        List<String> promises) {
    /** The declared field of this name. */
    public Optional<Field> field(String field) {
        return fields.stream().filter(declared -> declared.name().equals(field)).findFirst();
    }
}
