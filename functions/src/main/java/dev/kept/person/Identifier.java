package dev.kept.person;

import dev.kept.policy.IdentifierType;
import dev.kept.policy.Policy;
import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a person is found by, in one spelling however it was typed: capitals, spaces, Unicode forms and the ways of
 * writing a phone number make no difference.
 *
 * @param type what kind of identifier it is
 * @param value its one spelling
 */
public record Identifier(IdentifierType type, Personal value) {
    /** The longest address that mail carries (RFC 5321, 4.5.3.1.3). */
    public static final int LONGEST = 254;

    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>\"(),:;\\\\\\[\\]]{1,64}@[^\\s@]{1,253}");
    private static final Pattern DOMAIN =
            Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z0-9][a-z0-9-]{0,61}[a-z0-9]");
    private static final Pattern PHONE = Pattern.compile("\\+[1-9][0-9]{6,14}");
    private static final Pattern ACCOUNT = Pattern.compile("[A-Z0-9][A-Z0-9._/-]{0,63}");

    /**
     * Normalises what was typed.
     *
     * @param regime the policy's law, which tells how a telephone number without a prefix is meant
     * @return empty when it cannot be an identifier of that type
     */
    public static Optional<Identifier> of(IdentifierType type, String typed, String regime) {
        var text = NormalForm.of(typed).strip();
        var value = switch (type) {
            case EMAIL -> email(text);
            case PHONE -> phone(text, regime);
            case ACCOUNT ->
                Optional.of(text.replaceAll("\\s", "").toUpperCase(Locale.ROOT))
                        .filter(account -> ACCOUNT.matcher(account).matches());
        };
        return value.map(normal -> new Identifier(type, new Personal(normal)));
    }

    /** The identifier that a value of a form's field is; empty where the field finds nobody. */
    public static Optional<Identifier> of(String field, String value, Policy policy) {
        return policy.fields(field).stream()
                .flatMap(declared -> Optional.ofNullable(declared.identifier()).stream())
                .findFirst()
                .flatMap(type -> of(type, value, policy.regime()));
    }

    /** A value of a form's field in the one spelling by which it is compared: an identifier's where it is one. */
    public static String spelled(String field, String value, Policy policy) {
        return of(field, value, policy)
                .map(identifier -> identifier.value().reveal())
                .orElseGet(() -> NormalForm.of(value).strip());
    }

    /** Type and value in one text, which is what is hashed: a phone number never finds an account of the same digits. */
    String spelled() {
        return type.name().toLowerCase(Locale.ROOT) + ":" + value.reveal();
    }

    private static Optional<String> email(String text) {
        if (text.length() > LONGEST || !EMAIL.matcher(text).matches()) {
            return Optional.empty();
        }
        var at = text.lastIndexOf('@');
        try {
            var host = text.substring(at + 1);
            var domain = (NormalForm.isAscii(host) ? host : IDN.toASCII(host, IDN.ALLOW_UNASSIGNED))
                    .toLowerCase(Locale.ROOT);
            return DOMAIN.matcher(domain).matches()
                    ? Optional.of(text.substring(0, at).toLowerCase(Locale.ROOT) + "@" + domain)
                    : Optional.empty();
        } catch (IllegalArgumentException notADomain) {
            return Optional.empty();
        }
    }

    private static Optional<String> phone(String text, String regime) {
        var digits = text.replaceAll("[\\s().\\-/\\u00a0]", "");
        if (digits.startsWith("00")) {
            digits = "+" + digits.substring(2);
        }
        var prefix = CallingCodes.of(regime);
        if (digits.startsWith("0") && !prefix.isEmpty()) {
            digits = prefix + digits.substring(1);
        } else if (prefix.equals("+33") && digits.startsWith("+330")) {
            digits = "+33" + digits.substring(4); // "+33 (0)1 …", as French numbers are often written
        }
        return Optional.of(digits).filter(number -> PHONE.matcher(number).matches());
    }
}
