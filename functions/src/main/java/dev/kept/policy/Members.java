package dev.kept.policy;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The members of one object of a policy file, and which of them were asked for: the others are not known. */
final class Members {
    private final String path;
    private final @Nullable Map<?, ?> values;
    private final Findings findings;
    private final Set<String> asked = new HashSet<>();

    Members(String path, @Nullable Map<?, ?> values, Findings findings) {
        this.path = path;
        this.values = values;
        this.findings = findings;
    }

    @Nullable
    Object value(String key) {
        asked.add(key);
        return values == null ? null : values.get(key);
    }

    /** As {@link #value}; an absent one is noted, unless the whole object is absent, which was noted already. */
    @Nullable
    Object required(String key) {
        var value = value(key);
        if (value == null && values != null && !values.containsKey(key)) {
            wrong(key, "is missing");
        }
        return value;
    }

    void refuseUnknown() {
        if (values != null) {
            values.forEach((key, value) -> {
                if (!asked.contains(key)) {
                    wrong(
                            (String) key,
                            "is not known here: remove it, or correct its spelling to one of "
                                    + String.join(", ", new TreeSet<>(asked)));
                } else if (value == null) {
                    wrong((String) key, "may not be null: give it a value or leave it out");
                }
            });
        }
    }

    void wrong(String key, String message) {
        findings.add(at(key), message);
    }

    String at(String key) {
        return path + "." + key;
    }
}
