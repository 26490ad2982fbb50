package dev.kept.erasure;

import dev.kept.http.Json;
import dev.kept.ledger.Canonical;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Exactly what an erasure does, by system and category, in counts: two people approve its hash. Holds ids, words and counts
 * only.
 *
 * @param contested whether somebody who got notice at an address on file has said that it must not be done
 */
public record ErasurePlan(String requestId, boolean contested, List<SystemPlan> systems) {
    public Map<String, Object> tree() {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("request", requestId);
        tree.put("does", "erase");
        tree.put("contested", contested);
        tree.put("systems", systems.stream().map(SystemPlan::tree).toList());
        return tree;
    }

    public static ErasurePlan of(Map<String, Object> tree) {
        return new ErasurePlan(
                Json.string(tree, "request"),
                Boolean.TRUE.equals(tree.get("contested")),
                Json.list(tree, "systems").stream()
                        .map(system -> SystemPlan.of(Json.child(Map.of("system", system), "system")))
                        .toList());
    }

    public String hash() {
        return Canonical.sha256(tree());
    }

    /** What it says of that system; nothing goes where it says nothing. */
    SystemPlan of(String system) {
        return systems.stream()
                .filter(one -> one.system().equals(system))
                .findFirst()
                .orElse(new SystemPlan(system, false, List.of()));
    }

    /** Whether an approval of this plan allows what would be done now. */
    boolean covers(ErasurePlan now) {
        return contested == now.contested()
                && now.systems().stream().allMatch(system -> of(system.system()).covers(system));
    }
}
