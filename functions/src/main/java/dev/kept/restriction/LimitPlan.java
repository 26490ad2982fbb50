package dev.kept.restriction;

import dev.kept.http.Json;
import dev.kept.policy.Policy;
import dev.kept.policy.RequestKind;
import dev.kept.request.Objection;
import dev.kept.request.Request;
import dev.kept.request.RequestContent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is limited on a request.
 *
 * @param marketing whether marketing has stopped, which nobody decides about
 * @param decide whether staff decide about anything
 * @param categories the categories objected to that they decide about; none where everything is restricted
 */
record LimitPlan(boolean marketing, boolean decide, List<String> categories) {
    static LimitPlan of(Policy policy, Request request, RequestContent content) {
        if (request.kind() != RequestKind.OBJECTION) {
            return new LimitPlan(false, true, List.of());
        }
        var objection = Objection.of(content);
        return new LimitPlan(
                objection.isToMarketing(),
                objection.isToBeDecided(),
                objection.isToBeDecided() ? objection.contested(policy) : List.of());
    }

    /** The plan of a task or a mark. */
    static LimitPlan of(Map<String, Object> tree) {
        return new LimitPlan(
                Boolean.TRUE.equals(tree.get("marketing")),
                Boolean.TRUE.equals(tree.get("decide")),
                Json.list(tree, "categories").stream().map(String::valueOf).toList());
    }

    Map<String, Object> tree(Request request, List<Map<String, Object>> systems) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("request", request.id());
        tree.put("does", request.kind() == RequestKind.OBJECTION ? "stop-use" : "restrict");
        tree.put("marketing", marketing);
        tree.put("decide", decide);
        tree.put("categories", categories);
        tree.put("systems", systems);
        return tree;
    }

    /** Whether a record of that category is limited by what staff decide. */
    boolean concerns(String category) {
        return decide && (categories.isEmpty() || categories.contains(category));
    }
}
