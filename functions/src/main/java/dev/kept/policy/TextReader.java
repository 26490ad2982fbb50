package dev.kept.policy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads a text in every language of the policy, specific: a list that trails off tells nobody anything (GDPR art. 15). */
final class TextReader {
    static final Text NONE = new Text(Map.of("", ""));

    private TextReader() {}

    static Text text(Part part, List<String> languages) {
        var sentences = new LinkedHashMap<String, String>();
        for (var language : languages) {
            sentences.put(language, sentence(part, language));
        }
        return new Text(sentences);
    }

    private static String sentence(Part part, String language) {
        var sentence = part.string(language, Spelling.MEANINGFUL);
        if (sentence.contains("…")
                || sentence.contains("...")
                || sentence.toLowerCase(Locale.ROOT).contains("etc.")) {
            part.wrong(language, "may not trail off (“etc.”, “…”): name everything that is meant");
        }
        return sentence;
    }
}
