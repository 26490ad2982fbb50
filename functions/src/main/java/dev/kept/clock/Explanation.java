package dev.kept.clock;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The account of a deadline: stored with it, shown to the agent, and enough for an auditor to compute it again.
 *
 * @param localStart the day the period runs from; for a period in hours the local time
 * @param tzdb the edition of the time zone rules that turned days into instants
 * @param inputs all that it is computed from, but the receipt
 * @param others where several laws apply, the account under each, whose inputs are these
 */
public record Explanation(
        String ruleSet,
        Receipt receipt,
        String localStart,
        List<Step> steps,
        Set<Flag> flags,
        Instant strictDueExclusive,
        Instant outerDueExclusive,
        String calendar,
        String tzdb,
        String engine,
        Map<String, Object> inputs,
        List<Explanation> others) {
    public Explanation {
        steps = List.copyOf(steps);
        flags = Set.copyOf(flags);
        inputs = Collections.unmodifiableMap(inputs);
        others = List.copyOf(others);
    }

    /** A tree of texts, lists and booleans, to be stored as JSON; {@link Deadlines#recompute} reads it back. */
    public Map<String, Object> toMap() {
        var map = new LinkedHashMap<String, Object>();
        map.put("ruleSet", ruleSet);
        map.put("receivedAt", receipt.receivedAt().toString());
        map.put("zone", receipt.zone().getId());
        map.put("localStart", localStart);
        map.put("steps", steps.stream().map(Step::english).toList());
        map.put("stepsFr", steps.stream().map(Step::french).toList());
        map.put("flags", flags.stream().map(Flag::name).sorted().toList());
        map.put("strictDueExclusive", strictDueExclusive.toString());
        map.put("outerDueExclusive", outerDueExclusive.toString());
        map.put("calendar", calendar);
        map.put("tzdb", tzdb);
        map.put("engine", engine);
        if (!inputs.isEmpty()) {
            map.put("inputs", inputs);
        }
        if (!others.isEmpty()) {
            map.put("others", others.stream().map(Explanation::toMap).toList());
        }
        return map;
    }
}
