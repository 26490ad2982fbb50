package dev.kept.local.states;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Puts the template's values in the place of {@code ${Name}} inside the strings of a definition. */
final class Substitution {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^}]*)}");

    private final Map<String, String> values;
    private final Faults faults;

    Substitution(Map<String, String> values, Faults faults) {
        this.values = values;
        this.faults = faults;
    }

    @Nullable
    Object in(@Nullable Object value, String path) {
        if (value instanceof String text) {
            return inText(text, path);
        }
        if (value instanceof List<?> list) {
            var copy = new ArrayList<@Nullable Object>();
            for (int i = 0; i < list.size(); i++) {
                copy.add(in(list.get(i), path + "[" + i + "]"));
            }
            return copy;
        }
        if (value instanceof Map<?, ?> map) {
            var copy = new LinkedHashMap<String, @Nullable Object>();
            map.forEach((name, member) -> copy.put(String.valueOf(name), in(member, path + "/" + name)));
            return copy;
        }
        return value;
    }

    private String inText(String text, String path) {
        return PLACEHOLDER.matcher(text).replaceAll(found -> {
            var value = values.get(found.group(1));
            if (value == null) {
                faults.add(path, "has ${" + found.group(1) + "}, for which DefinitionSubstitutions has no value.");
                return Matcher.quoteReplacement(found.group());
            }
            return Matcher.quoteReplacement(value);
        });
    }
}
