package dev.kept.page;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/** What pages and mails say in one language, by key; read once per language from {@code web/texts_<code>.properties}. */
public final class Texts {
    private final Language language;
    private final Map<String, String> byKey;

    private Texts(Language language, Map<String, String> byKey) {
        this.language = language;
        this.byKey = byKey;
    }

    /** The texts of that language. */
    public static Texts in(Language language) {
        return switch (language) {
            case FRENCH -> French.TEXTS;
            case ENGLISH -> English.TEXTS;
        };
    }

    public Language language() {
        return language;
    }

    /** The text of that key, with {@code {0}}, {@code {1}} and so on replaced. */
    public String get(String key, Object... values) {
        var text = byKey.get(key);
        if (text == null) {
            throw new IllegalArgumentException("there is no text " + key + " in " + language.code());
        }
        return values.length == 0 ? text : filled(text, values);
    }

    /** What a word of a closed list, such as a state, is called: the text {@code <list>.<word>}. */
    public String word(String list, String word) {
        return get(list + "." + word);
    }

    /** As {@link #word}, for lists that a policy may add to: a word that has no text stands for itself. */
    public String wordOr(String list, String word, String otherwise) {
        return byKey.getOrDefault(list + "." + word, otherwise);
    }

    Map<String, String> all() {
        return byKey;
    }

    // one pass, so that a value which itself holds {0} is left alone
    private static String filled(String text, Object[] values) {
        var filled = new StringBuilder(text.length() + 32);
        var from = 0;
        for (var open = text.indexOf('{'); open >= 0; open = text.indexOf('{', from)) {
            filled.append(text, from, open).append(values[text.charAt(open + 1) - '0']);
            from = open + 3;
        }
        return filled.append(text, from, text.length()).toString();
    }

    private static Texts load(Language language) {
        var file = "/web/texts_" + language.code() + ".properties";
        try (var stream = Texts.class.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalStateException("the class path lacks " + file);
            }
            var properties = new Properties();
            properties.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
            return new Texts(
                    language,
                    properties.stringPropertyNames().stream()
                            .collect(Collectors.toUnmodifiableMap(key -> key, properties::getProperty)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Holds the French texts from their first use on. */
    private static final class French {
        static final Texts TEXTS = load(Language.FRENCH);
    }

    /** Holds the English texts from their first use on. */
    private static final class English {
        static final Texts TEXTS = load(Language.ENGLISH);
    }
}
