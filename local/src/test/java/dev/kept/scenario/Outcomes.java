package dev.kept.scenario;

import dev.kept.http.Json;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What became of how many records, by system, category and word: as a plan, a receipt and the ledger tell it. */
final class Outcomes {
    /** What a receipt calls what a plan does. */
    private static final Map<String, String> WORDS = Map.of(
            "erase",
            "erased",
            "suppress",
            "erased",
            "anonymise",
            "anonymised",
            "archive",
            "withheld",
            "hold",
            "withheld");

    private Outcomes() {}

    static Map<String, Integer> ofPlan(Map<String, Object> plan) {
        var outcomes = new TreeMap<String, Integer>();
        for (var system : Json.list(plan, "systems")) {
            for (var one : Json.list(object(system), "lines")) {
                var line = object(one);
                var word = WORDS.get(String.valueOf(line.get("does")));
                add(outcomes, object(system).get("system"), line.get("category"), word, line.get("count"));
            }
        }
        return outcomes;
    }

    static Map<String, Integer> ofReceipt(Receipt receipt) {
        var outcomes = new TreeMap<String, Integer>();
        for (var system : receipt.systems()) {
            var line = object(system);
            Json.child(line, "found")
                    .forEach((category, count) -> add(outcomes, line.get("id"), category, line.get("outcome"), count));
        }
        return outcomes;
    }

    /** Only what was erased: the ledger's entries about systems. */
    static Map<String, Integer> ofLedger(List<Map<?, ?>> entries) {
        var outcomes = new TreeMap<String, Integer>();
        for (var entry : entries) {
            if (entry.get("what").equals("system-erased")) {
                var details = object(entry.get("details"));
                Json.child(details, "erased")
                        .forEach((category, count) -> add(outcomes, details.get("system"), category, "erased", count));
            }
        }
        return outcomes;
    }

    static Map<String, Integer> erased(Map<String, Integer> outcomes) {
        var erased = new TreeMap<>(outcomes);
        erased.keySet().removeIf(place -> !place.endsWith(" erased"));
        return erased;
    }

    private static void add(Map<String, Integer> outcomes, Object system, Object category, Object word, Object count) {
        outcomes.merge(system + " " + category + " " + word, ((Number) count).intValue(), Integer::sum);
    }

    private static Map<String, Object> object(Object tree) {
        return Json.child(Map.of("", tree), "");
    }
}
