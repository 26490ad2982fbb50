package dev.kept.task;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One step of a request that waits for a decision.
 *
 * @param id the request's id and the round of deciding, such as {@code x4Jd….2}
 * @param kind such as {@code decide-access}
 * @param due the first instant at which it is too late
 * @param plan what was found and what would be done: ids, categories and counts
 * @param planHash the hash of exactly that plan, which an approval covers
 * @param may what may be decided
 * @param decided what was decided
 * @param first who decided first, where it takes two
 */
public record Task(
        String id,
        String kind,
        String requestId,
        Instant opened,
        Instant due,
        Map<String, Object> plan,
        String planHash,
        List<Decision> may,
        Optional<Decided> decided,
        Optional<First> first) {

    /**
     * A decision that was taken.
     *
     * @param reason the code of its ground, empty where it needs none
     * @param by the subject of who took it
     * @param counts how many records of each category were found by hand, where somebody had to look
     * @param refused the parts that were refused although the whole was approved, each with the code of its ground
     */
    public record Decided(
            Decision decision,
            String reason,
            String by,
            String role,
            Instant at,
            Map<String, Integer> counts,
            Map<String, String> refused) {
        public Decided(Decision decision, String reason, String by, String role, Instant at) {
            this(decision, reason, by, role, at, Map.of(), Map.of());
        }
    }

    /**
     * The first of two who decide the same.
     *
     * @param at when: a second decision that comes more than three days later finds the first one expired
     */
    public record First(Decision decision, String reason, String by, String role, Instant at) {}
}
