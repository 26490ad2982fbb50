package dev.kept.policy;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the constant that a word of a policy file means. */
final class Words {
    private Words() {}

    static <E extends Word> @Nullable E find(E[] allowed, @Nullable Object written) {
        for (var word : allowed) {
            if (word.word().equals(written)) {
                return word;
            }
        }
        return null;
    }

    static String refuse(Word[] allowed, Object written) {
        return "“" + written + "” has to be one of "
                + Stream.of(allowed).map(Word::word).collect(Collectors.joining(", "));
    }
}
