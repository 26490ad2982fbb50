package dev.kept.local.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The resources whose conditions hold. */
final class Declarations {
    private static final Set<String> MEMBERS =
            Set.of("Type", "Properties", "Condition", "DependsOn", "DeletionPolicy", "UpdateReplacePolicy", "Metadata");

    private final Map<String, Declaration> all = new LinkedHashMap<>();

    Declarations(Map<String, Object> document, Conditions conditions, Faults faults) {
        var globals = new Globals(Tree.child(document, "Globals"), faults);
        Tree.child(document, "Resources").forEach((id, tree) -> {
            var path = "Resources/" + id;
            var members = Tree.object(tree);
            members.keySet().stream()
                    .filter(name -> !MEMBERS.contains(name))
                    .forEach(name -> faults.add(path + "/" + name, "is not supported: take it out"));
            var condition = members.get("Condition");
            if (condition == null || conditions.holds(condition.toString(), path)) {
                var type = String.valueOf(members.getOrDefault("Type", "nothing"));
                var properties = globals.under(type, Tree.child(members, "Properties"));
                all.put(id, new Declaration(type, properties, dependsOn(members)));
            }
        });
        if (all.isEmpty()) {
            faults.add("Resources", "is empty: a template deploys something");
        }
    }

    private static List<String> dependsOn(Map<String, Object> members) {
        var dependsOn = new ArrayList<String>();
        var value = members.getOrDefault("DependsOn", List.of());
        (value instanceof List<?> list ? list : List.of(value)).forEach(item -> dependsOn.add(item.toString()));
        return dependsOn;
    }

    Map<String, Declaration> all() {
        return all;
    }
}
