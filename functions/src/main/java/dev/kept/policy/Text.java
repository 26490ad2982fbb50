package dev.kept.policy;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** A sentence for people, in each language of the policy, the default language first. */
public record Text(Map<String, String> byLanguage) {
    public Text {
        if (byLanguage.isEmpty()) {
            throw new IllegalArgumentException("A text needs one language at least");
        }
        byLanguage = Collections.unmodifiableMap(new LinkedHashMap<>(byLanguage));
    }

    /** The sentence in this language, or in the default language where there is none. */
    public String in(String language) {
        var sentence = byLanguage.get(language);
        return sentence == null ? byLanguage.values().iterator().next() : sentence;
    }
}
