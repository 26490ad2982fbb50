package dev.kept.person;

import dev.kept.http.Input;
import dev.kept.policy.IdentifierType;
import dev.kept.policy.Policy;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How somebody says by what a person is found: {@code {"type":"email","value":"…"}}. */
public final class TypedIdentifier {
    private static final int LONGEST_TYPE = 20;

    private TypedIdentifier() {}

    /** Reads the part of that name; empty, and its faults noted, when it is not well formed. */
    public static Optional<Identifier> read(Input input, String name, Policy policy) {
        var typed = input.object(name);
        var word = typed.text("type", LONGEST_TYPE);
        var type = Arrays.stream(IdentifierType.values())
                .filter(known -> known.name().toLowerCase(Locale.ROOT).equals(word))
                .findFirst();
        if (type.isEmpty()) {
            typed.refuse("type");
        }
        var value = typed.text("value", Identifier.LONGEST);
        var identifier = type.flatMap(known -> Identifier.of(known, value, policy.regime()));
        if (type.isPresent() && identifier.isEmpty()) {
            typed.refuse("value");
        }
        return identifier;
    }
}
