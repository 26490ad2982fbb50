package dev.kept.retention;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How far a replay has come, and the putting back after it.
 *
 * @param copy which copy it is of
 * @param began when the replay began
 * @param phase what is being done
 * @param part the next part of the copy
 * @param counts how much was done so far, by word
 */
record Progress(String copy, Instant began, Phase phase, int part, Map<String, Integer> counts) {
    enum Phase {
        ERASE,
        READ_AGAIN,
        /** Nothing is left that was erased. */
        REPLAYED,
        PUT_BACK,
        CORRECT,
        DONE
    }

    Progress {
        counts = Map.copyOf(counts);
    }

    static Progress begin(String copy, Instant now) {
        return new Progress(copy, now, Phase.ERASE, 0, Map.of());
    }

    /** Whether rows of the copy may come back. */
    boolean isReplayed() {
        return phase.compareTo(Phase.REPLAYED) >= 0;
    }

    /** At the beginning of another phase. */
    Progress at(Phase other) {
        return new Progress(copy, began, other, 0, counts);
    }

    Progress nextPart() {
        return new Progress(copy, began, phase, part + 1, counts);
    }

    Progress counting(String word, int more) {
        var sum = new LinkedHashMap<>(counts);
        sum.merge(word, more, Integer::sum);
        return new Progress(copy, began, phase, part, sum);
    }

    Progress without(String... words) {
        var left = new LinkedHashMap<>(counts);
        for (var word : words) {
            left.remove(word);
        }
        return new Progress(copy, began, phase, part, left);
    }

    int count(String word) {
        return counts.getOrDefault(word, 0);
    }
}
