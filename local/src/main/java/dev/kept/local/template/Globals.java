package dev.kept.local.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** SAM's Globals: what every function, workflow or API has unless it says otherwise. */
final class Globals {
    private static final Map<String, String> SECTIONS = Map.of(
            "AWS::Serverless::Function", "Function",
            "AWS::Serverless::Api", "Api",
            "AWS::Serverless::StateMachine", "StateMachine");

    private final Map<String, Object> section;

    Globals(Map<String, Object> section, Faults faults) {
        this.section = section;
        section.keySet().stream()
                .filter(name -> !SECTIONS.containsValue(name))
                .forEach(name -> faults.add("Globals/" + name, "is not supported by the local run: take it out"));
    }

    Map<String, Object> under(String type, Map<String, Object> properties) {
        var common = section.get(SECTIONS.getOrDefault(type, ""));
        return common == null ? properties : Tree.object(merge(common, properties));
    }

    private static Object merge(Object common, Object own) {
        if (common instanceof Map<?, ?> && own instanceof Map<?, ?>) {
            var merged = new LinkedHashMap<>(Tree.object(common));
            Tree.object(own).forEach((name, value) -> merged.merge(name, value, Globals::merge));
            return merged;
        }
        if (common instanceof List<?> first && own instanceof List<?> second) {
            var merged = new ArrayList<Object>(first);
            merged.addAll(second);
            return merged;
        }
        return own;
    }
}
