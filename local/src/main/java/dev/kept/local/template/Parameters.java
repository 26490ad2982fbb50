package dev.kept.local.template;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** The template's parameters with the values of this run, each held against the bounds that the template sets. */
final class Parameters {
    private final Faults faults;
    private final Map<String, Object> values = new LinkedHashMap<>();

    Parameters(Part section, Map<String, String> given, Faults faults) {
        this.faults = faults;
        var declared = section.each();
        declared.forEach((name, declaration) -> read(name, declaration, given.get(name)));
        for (var name : given.keySet()) {
            if (!declared.containsKey(name)) {
                faults.add("Parameters/" + name, "a value is given for it, and the template does not declare it");
            }
        }
    }

    Optional<Object> find(String name) {
        return Optional.ofNullable(values.get(name));
    }

    private void read(String name, Part declaration, @Nullable String given) {
        declaration.without("Description", "NoEcho", "ConstraintDescription");
        var type = declaration.text("Type");
        var fallback = declaration.find("Default");
        var value = Optional.ofNullable(given).or(() -> fallback).orElse(null);
        if (value == null) {
            faults.add(declaration.path(), "has no default and no value is given: give one");
            value = "";
        } else {
            check(declaration, type, value);
        }
        declaration.without("AllowedValues", "AllowedPattern", "MinLength", "MaxLength", "MinValue", "MaxValue");
        declaration.end();
        values.put(name, type.equals("CommaDelimitedList") ? split(value) : value);
    }

    private static List<String> split(String value) {
        return List.of(value.split("\\s*,\\s*"));
    }

    private void check(Part declaration, String type, String value) {
        switch (type) {
            case "String" -> checkText(declaration, value);
            case "Number" -> checkNumber(declaration, value);
            case "CommaDelimitedList" -> split(value).forEach(item -> checkText(declaration, item));
            default -> declaration.fault("Type", type + " is not supported: use String, Number or CommaDelimitedList");
        }
        var allowed = declaration.texts("AllowedValues");
        if (!allowed.isEmpty() && !allowed.contains(value)) {
            refuse(declaration, "has to be one of " + String.join(", ", allowed));
        }
    }

    private void checkText(Part declaration, String value) {
        declaration.find("AllowedPattern").ifPresent(pattern -> {
            try {
                if (!Pattern.matches(pattern, value)) {
                    refuse(declaration, "has to match " + pattern);
                }
            } catch (PatternSyntaxException broken) {
                declaration.fault("AllowedPattern", "is not a regular expression: " + broken.getDescription());
            }
        });
        if (value.length() < declaration.number("MinLength", 0)) {
            refuse(declaration, "is shorter than " + declaration.number("MinLength", 0));
        }
        if (value.length() > declaration.number("MaxLength", Integer.MAX_VALUE)) {
            refuse(declaration, "is longer than " + declaration.number("MaxLength", 0));
        }
    }

    private void checkNumber(Part declaration, String value) {
        try {
            var number = new BigDecimal(value);
            declaration
                    .find("MinValue")
                    .map(BigDecimal::new)
                    .filter(least -> number.compareTo(least) < 0)
                    .ifPresent(least -> refuse(declaration, "is less than " + least));
            declaration
                    .find("MaxValue")
                    .map(BigDecimal::new)
                    .filter(most -> number.compareTo(most) > 0)
                    .ifPresent(most -> refuse(declaration, "is more than " + most));
        } catch (NumberFormatException text) {
            refuse(declaration, "has to be a number");
        }
    }

    private void refuse(Part declaration, String message) {
        faults.add(declaration.path(), "the value of this run " + message);
    }
}
