package dev.kept.retention;

import dev.kept.http.Json;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A rule of the policy that is not the one in use, and what it would do to the records that are there.
 *
 * @param inUse the rule in use, as {@link RuleText} writes it; empty where there is none
 * @param wanted the rule of the policy
 * @param sooner how many records would go on an earlier day, and not at once
 * @param later how many would be kept for longer
 * @param atOnce how many would go with the next sweep
 */
record RuleChange(String category, String inUse, String wanted, int sooner, int later, int atOnce) {
    private static final String IN_USE = "inUse";
    private static final String WANTED = "wanted";
    private static final String SOONER = "sooner";
    private static final String LATER = "later";
    private static final String AT_ONCE = "atOnce";

    /** How many records would get another day: what somebody approves. */
    int count() {
        return sooner + later + atOnce;
    }

    Map<String, Object> toMap() {
        var tree = new LinkedHashMap<String, Object>();
        tree.put(IN_USE, inUse);
        tree.put(WANTED, wanted);
        tree.put(SOONER, sooner);
        tree.put(LATER, later);
        tree.put(AT_ONCE, atOnce);
        return tree;
    }

    static RuleChange of(String category, Map<String, Object> tree) {
        return new RuleChange(
                category,
                Json.string(tree, IN_USE),
                Json.string(tree, WANTED),
                Json.number(tree, SOONER),
                Json.number(tree, LATER),
                Json.number(tree, AT_ONCE));
    }

    /** As callers are told what waits. */
    Map<String, Object> toWaiting() {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("category", category);
        tree.put("reason", SweptDay.NEW_RULE);
        tree.put("count", count());
        tree.putAll(toMap());
        return tree;
    }
}
