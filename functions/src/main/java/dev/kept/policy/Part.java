package dev.kept.policy;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One object of a policy file while it is read: hands out its values, notes what is wrong with them, and goes on with a
 * stand-in, so that one reading finds every fault. A missing part is noted once and then silent.
 */
final class Part {
    private final Members members;
    private final Findings findings;

    Part(String path, @Nullable Map<?, ?> values, Findings findings) {
        this.members = new Members(path, values, findings);
        this.findings = findings;
    }

    <T> T object(String key, Function<Part, T> reader) {
        return read(members.at(key), members.required(key), reader);
    }

    <T> @Nullable T objectOrNone(String key, Function<Part, T> reader) {
        var value = members.value(key);
        return value == null ? null : read(members.at(key), value, reader);
    }

    /** The members of an object whose keys are names, in their order; a key that is absent has none. */
    <T> Map<String, T> named(String key, Spelling spelling, BiFunction<String, Part, T> reader) {
        var read = new LinkedHashMap<String, T>();
        if (members.value(key) instanceof Map<?, ?> named) {
            named.forEach((name, value) -> {
                var below = members.at(key) + "." + name;
                if (!spelling.fits((String) name)) {
                    findings.add(below, "the name has to be " + spelling.hint());
                }
                if (value == null) {
                    findings.add(below, "may not be null: give it a value or leave it out");
                }
                read.put((String) name, read(below, value, part -> reader.apply((String) name, part)));
            });
        } else if (members.value(key) != null) {
            wrong(key, "has to be an object whose keys are names");
        }
        return Collections.unmodifiableMap(read);
    }

    /** As {@link #named}, where at least one is needed. */
    <T> Map<String, T> someNamed(String key, Spelling spelling, BiFunction<String, Part, T> reader) {
        if (members.required(key) instanceof Map<?, ?> named && named.isEmpty()) {
            wrong(key, "needs one member at least");
        }
        return named(key, spelling, reader);
    }

    <E extends Word, T> List<T> byWord(String key, E[] allowed, BiFunction<E, Part, T> reader) {
        var read = new ArrayList<T>();
        named(key, Spelling.NAME, (name, part) -> {
            var word = Words.find(allowed, name);
            if (word == null) {
                findings.add(members.at(key) + "." + name, Words.refuse(allowed, name));
            }
            read.add(reader.apply(word == null ? allowed[0] : word, part));
            return name;
        });
        return List.copyOf(read);
    }

    /** As {@link #byWord}, where at least one is needed. */
    <E extends Word, T> List<T> someByWord(String key, E[] allowed, BiFunction<E, Part, T> reader) {
        if (members.required(key) instanceof Map<?, ?> named && named.isEmpty()) {
            wrong(key, "needs one member at least");
        }
        return byWord(key, allowed, reader);
    }

    String string(String key, Spelling spelling) {
        return spelled(key, members.required(key), spelling);
    }

    @Nullable
    String stringOrNone(String key, Spelling spelling) {
        var value = members.value(key);
        return value == null ? null : spelled(key, value, spelling);
    }

    /** A list of strings without repetition; an absent key has none. */
    List<String> strings(String key, Spelling spelling) {
        var value = members.value(key);
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof List<?> listed)) {
            wrong(key, "has to be a list");
            return List.of();
        }
        var read = new ArrayList<String>();
        for (var index = 0; index < listed.size(); index++) {
            if (listed.get(index) == null) {
                wrong(key + "[" + index + "]", "may not be null: remove it");
            }
            var member = spelled(key + "[" + index + "]", listed.get(index), spelling);
            if (!member.isEmpty() && read.contains(member)) {
                wrong(key + "[" + index + "]", "stands here twice: remove one");
            }
            read.add(member);
        }
        return List.copyOf(read);
    }

    /** As {@link #strings}, where at least one is needed. */
    List<String> someStrings(String key, Spelling spelling) {
        if (members.required(key) instanceof List<?> listed && listed.isEmpty()) {
            wrong(key, "needs one entry at least");
        }
        return strings(key, spelling);
    }

    List<String> promises() {
        return strings("promises", Spelling.PROMISE);
    }

    <E extends Word> E word(String key, E[] allowed) {
        return wordIn(key, members.required(key), allowed);
    }

    <E extends Word> @Nullable E wordOrNone(String key, E[] allowed) {
        var value = members.value(key);
        return value == null ? null : wordIn(key, value, allowed);
    }

    <E extends Word> List<E> someWords(String key, E[] allowed) {
        var read = new ArrayList<E>();
        for (var written : someStrings(key, Spelling.MEANINGFUL)) {
            read.add(wordIn(key + "[" + read.size() + "]", written.isEmpty() ? null : written, allowed));
        }
        return List.copyOf(read);
    }

    boolean flag(String key) {
        var value = members.required(key);
        if (value != null && !(value instanceof Boolean)) {
            wrong(key, "has to be true or false");
        }
        return Boolean.TRUE.equals(value);
    }

    /** As {@link #flag}, where an absent key means no. */
    boolean flagIfGiven(String key) {
        return members.value(key) != null && flag(key);
    }

    int number(String key, int least, int most) {
        var value = members.required(key);
        if (value instanceof Integer number && number >= least && number <= most) {
            return number;
        }
        if (value != null) {
            wrong(key, "has to be a whole number from " + least + " to " + most);
        }
        return least;
    }

    Text text(String key) {
        return textIn(key, members.required(key));
    }

    @Nullable
    Text textOrNone(String key) {
        var value = members.value(key);
        return value == null ? null : textIn(key, value);
    }

    /** A value that has a parser of its own, such as a date. */
    <T> T parsed(String key, Function<String, T> parser, T standIn, String hint) {
        var value = members.required(key);
        return value == null ? standIn : parse(key, value, parser, standIn, hint);
    }

    <T> @Nullable T parsedOrNone(String key, Function<String, T> parser, T standIn, String hint) {
        var value = members.value(key);
        return value == null ? null : parse(key, value, parser, standIn, hint);
    }

    void wrong(String key, String message) {
        members.wrong(key, message);
    }

    private <T> T read(String below, @Nullable Object value, Function<Part, T> reader) {
        if (value != null && !(value instanceof Map)) {
            findings.add(below, "has to be an object");
        }
        var part = new Part(below, value instanceof Map<?, ?> values ? values : null, findings);
        var read = reader.apply(part);
        part.refuseUnknownKeys();
        return read;
    }

    void refuseUnknownKeys() {
        members.refuseUnknown();
    }

    private <T> T parse(String key, Object value, Function<String, T> parser, T standIn, String hint) {
        try {
            if (value instanceof String written) {
                return parser.apply(written);
            }
        } catch (DateTimeException | IllegalArgumentException refused) {
            // Said below, in words that help: a parser only knows that it could not go on.
        }
        wrong(key, "has to be " + hint);
        return standIn;
    }

    private String spelled(String key, @Nullable Object value, Spelling spelling) {
        if (value instanceof String written && spelling.fits(written)) {
            return written;
        }
        if (value != null) {
            wrong(key, "has to be " + spelling.hint());
        }
        return "";
    }

    private <E extends Word> E wordIn(String key, @Nullable Object value, E[] allowed) {
        var word = Words.find(allowed, value);
        if (word == null && value != null) {
            wrong(key, Words.refuse(allowed, value));
        }
        return word == null ? allowed[0] : word;
    }

    private Text textIn(String key, @Nullable Object value) {
        var languages = findings.languages();
        return value == null || languages.isEmpty()
                ? TextReader.NONE
                : read(members.at(key), value, part -> TextReader.text(part, languages));
    }
}
