package dev.kept;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;

/**
 * A function's settings, by the names that the template gives its environment.
 *
 * @param values every setting
 */
public record Settings(Map<String, String> values) {
    public Settings {
        values = Collections.unmodifiableMap(values);
    }

    /**
     * The value of a setting that has to be there.
     *
     * @throws MissingSetting when the template does not give it to this function
     */
    public String get(String name) {
        return find(name).orElseThrow(() -> new MissingSetting(name));
    }

    public Optional<String> find(String name) {
        return Optional.ofNullable(values.get(name)).filter(value -> !value.isEmpty());
    }

    /** A function was built without a setting that it needs; says which, so that the template can be mended. */
    public static final class MissingSetting extends RuntimeException {
        MissingSetting(String name) {
            super("the setting " + name + " is missing: give it to this function in template.yaml");
        }
    }
}
