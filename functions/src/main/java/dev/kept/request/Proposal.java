package dev.kept.request;

import dev.kept.http.Input;
import dev.kept.http.Json;
import dev.kept.intake.FieldCheck;
import dev.kept.policy.Field;
import dev.kept.policy.Policy;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a correction proposes: a value for each field, by the names of the policy's forms, and what the person says in
 * support of it.
 */
public record Proposal(Map<String, String> fields, String statement) {
    private static final int LONGEST_STATEMENT = 4000;

    /** What was typed into a request of that kind. */
    public static Proposal of(RequestContent content) {
        var fields = new LinkedHashMap<String, String>();
        Json.child(content.details(), "fields").forEach((name, value) -> fields.put(name, String.valueOf(value)));
        return new Proposal(fields, Json.string(content.details(), "statement"));
    }

    /** Reads the details of a request: each value has to fit its field wherever a form has it, and one has to be there. */
    static Map<String, Object> read(Policy policy, Input details) {
        var read = new LinkedHashMap<String, Object>();
        var given = details.object("fields");
        for (var name : given.names()) {
            var declared = policy.fields(name).stream().filter(Field::isHeld).toList();
            if (!declared.isEmpty()) {
                var longest = declared.stream().mapToInt(Field::maxLength).min().orElse(0);
                given.optional(name, longest).ifPresent(value -> {
                    if (!declared.stream().allMatch(field -> FieldCheck.fits(field, value, policy))) {
                        given.refuse(name);
                    }
                    read.put(name, value);
                });
            }
        }
        if (read.isEmpty()) {
            details.refuse("fields");
        }
        var tree = new LinkedHashMap<String, Object>();
        tree.put("fields", read);
        details.optional("statement", LONGEST_STATEMENT).ifPresent(text -> tree.put("statement", text));
        return tree;
    }

    @Override
    public String toString() {
        return "Proposal" + fields.keySet();
    }
}
