package dev.kept.intake;

import dev.kept.person.Identifier;
import dev.kept.policy.Field;
import dev.kept.policy.IdentifierType;
import dev.kept.policy.Policy;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;

/** Whether a value has the form that its field of the policy asks for. */
public final class FieldCheck {
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,15}");
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");
    private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");

    private FieldCheck() {}

    /** Looks at the form alone: how long it may be is a limit of reading. */
    public static boolean fits(Field field, String text, Policy policy) {
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
            case DATE -> isDay(text);
            case TEXT -> !text.contains("\n");
            case LONG_TEXT -> true;
        };
    }

    private static boolean isDay(String text) {
        try {
            return LocalDate.parse(text).toString().equals(text);
        } catch (DateTimeParseException none) {
            return false;
        }
    }
}
