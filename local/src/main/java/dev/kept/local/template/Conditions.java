package dev.kept.local.template;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The template's conditions: each worked out when it is first asked for. */
final class Conditions {
    private final Map<String, Object> section;
    private final Faults faults;
    private final Map<String, Boolean> known = new LinkedHashMap<>();
    private final Set<String> open = new LinkedHashSet<>();
    private final Intrinsics values;

    Conditions(Map<String, Object> section, Parameters parameters, Map<String, Object> mappings, Faults faults) {
        this.section = section;
        this.faults = faults;
        values = new Intrinsics(parameters, mappings, this, new Names(), faults);
    }

    boolean holds(String name, String path) {
        var found = known.get(name);
        if (found != null) {
            return found;
        }
        if (!section.containsKey(name)) {
            faults.add(path, "names the condition " + name + ", which is not among Conditions");
            return false;
        }
        if (!open.add(name)) {
            faults.add("Conditions/" + name, "names itself by way of others: break the circle");
            return false;
        }
        var holds = evaluate(section.get(name), "Conditions/" + name);
        open.remove(name);
        known.put(name, holds);
        return holds;
    }

    private boolean evaluate(Object tree, String path) {
        if (!(tree instanceof Map<?, ?> map) || map.size() != 1) {
            return refuse(path);
        }
        var only = map.entrySet().iterator().next();
        var operand = only.getValue();
        var operands = operand instanceof List<?> list ? list : List.of(operand);
        return switch (only.getKey().toString()) {
            case "Condition" -> holds(operand.toString(), path);
            case "Fn::Not" -> !evaluate(operands.get(0), path);
            case "Fn::And" -> operands.stream().allMatch(each -> evaluate(each, path));
            case "Fn::Or" -> operands.stream().anyMatch(each -> evaluate(each, path));
            case "Fn::Equals" -> operands.size() == 2 && equal(operands.get(0), operands.get(1), path);
            default -> refuse(path);
        };
    }

    private boolean refuse(String path) {
        faults.add(path, "is not a condition: use Fn::Equals, Fn::Not, Fn::And, Fn::Or or Condition");
        return false;
    }

    private boolean equal(Object one, Object other, String path) {
        return values.resolve(one, path)
                .toString()
                .equals(values.resolve(other, path).toString());
    }
}
