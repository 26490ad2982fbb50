package dev.kept.local.template;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Works out CloudFormation's functions, {@code Ref} to {@code Fn::Split}, so that only values are left. */
final class Intrinsics {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(!?)([^}]*)}");
    private static final Object NO_VALUE = new Object();
    private static final String UNRESOLVED = "unresolved";

    private final Parameters parameters;
    private final Map<String, Object> mappings;
    private final Conditions conditions;
    private final Names names;
    private final Faults faults;
    private final Set<String> named = new LinkedHashSet<>();

    Intrinsics(Parameters parameters, Map<String, Object> mappings, Conditions conditions, Names names, Faults faults) {
        this.parameters = parameters;
        this.mappings = mappings;
        this.conditions = conditions;
        this.names = names;
        this.faults = faults;
    }

    /** The tree without functions; members that are {@code AWS::NoValue} are left out. */
    Object resolve(Object tree, String path) {
        var value = value(tree, path);
        return value.equals(NO_VALUE) ? Map.of() : value;
    }

    /** The resources that were named since the last call. */
    Set<String> takeNamed() {
        // in their order, so that a circle is told alike every time
        var taken = new LinkedHashSet<>(named);
        named.clear();
        return taken;
    }

    private Object value(Object tree, String path) {
        if (tree instanceof List<?> list) {
            return items(list, path);
        }
        if (!(tree instanceof Map<?, ?> map)) {
            return tree;
        }
        if (map.size() == 1) {
            var only = map.entrySet().iterator().next();
            var name = only.getKey().toString();
            if (name.equals("Ref") || name.startsWith("Fn::")) {
                return call(name, only.getValue(), path);
            }
        }
        return members(map, path);
    }

    private Map<String, Object> members(Map<?, ?> map, String path) {
        var members = new LinkedHashMap<String, Object>();
        map.forEach((name, tree) -> {
            var value = value(tree, path + "/" + name);
            if (!value.equals(NO_VALUE)) {
                members.put(name.toString(), value);
            }
        });
        return members;
    }

    private List<Object> items(List<?> list, String path) {
        var items = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            var value = value(list.get(i), path + "/" + i);
            if (!value.equals(NO_VALUE)) {
                items.add(value);
            }
        }
        return items;
    }

    private Object call(String name, Object argument, String path) {
        return switch (name) {
            case "Ref" -> reference(argument.toString(), path);
            case "Fn::GetAtt" -> attribute(argument, path);
            case "Fn::Sub" -> substitute(argument, path);
            case "Fn::Join" -> join(arguments(argument, 2, path), path);
            case "Fn::Split" -> split(arguments(argument, 2, path), path);
            case "Fn::Select" -> select(arguments(argument, 2, path), path);
            case "Fn::FindInMap" -> find(arguments(argument, 3, path), path);
            case "Fn::If" -> choose(arguments(argument, 3, path), path);
            default -> {
                faults.add(path, name + " is not supported: write the value out, or use a parameter");
                yield UNRESOLVED;
            }
        };
    }

    private List<?> arguments(Object argument, int count, String path) {
        if (argument instanceof List<?> list && list.size() == count) {
            return list;
        }
        faults.add(path, "the function takes a list of " + count);
        return List.of(UNRESOLVED, UNRESOLVED, UNRESOLVED).subList(0, count);
    }

    private Object reference(String name, String path) {
        if (name.equals("AWS::NoValue")) {
            return NO_VALUE;
        }
        return parameters
                .find(name)
                .or(() -> Pseudo.find(name))
                .or(() -> resource(name))
                .orElseGet(() -> unknown(name, path));
    }

    private Optional<Object> resource(String name) {
        var found = names.reference(name);
        found.ifPresent(there -> named.add(names.owner(name)));
        return found.map(there -> there);
    }

    private Object unknown(String name, String path) {
        faults.add(path, "names " + name + ", which is neither a parameter nor a resource: correct the name");
        return UNRESOLVED;
    }

    private Object attribute(Object argument, String path) {
        var full = argument instanceof List<?> list
                ? list.stream().map(Object::toString).collect(Collectors.joining("."))
                : argument.toString();
        var dot = full.indexOf('.');
        if (dot < 0) {
            faults.add(path, "GetAtt takes a resource and an attribute, such as PeopleTable.Arn");
            return UNRESOLVED;
        }
        var id = full.substring(0, dot);
        var attribute = full.substring(dot + 1);
        if (names.reference(id).isEmpty()) {
            return unknown(id, path);
        }
        named.add(names.owner(id));
        return names.attribute(id, attribute).orElseGet(() -> {
            faults.add(path, "the local run knows no attribute " + attribute + " of " + id);
            return UNRESOLVED;
        });
    }

    private String substitute(Object argument, String path) {
        if (argument instanceof List<?> list && list.size() == 2 && list.get(1) instanceof Map<?, ?> own) {
            return substitute(list.get(0).toString(), members(own, path), path);
        }
        return substitute(argument.toString(), Map.of(), path);
    }

    private String substitute(String text, Map<String, Object> own, String path) {
        return PLACEHOLDER.matcher(text).replaceAll(found -> {
            var name = found.group(2).trim();
            if (!found.group(1).isEmpty()) {
                return Matcher.quoteReplacement("${" + name + "}");
            }
            return Matcher.quoteReplacement(placeholder(name, own, path).toString());
        });
    }

    private Object placeholder(String name, Map<String, Object> own, String path) {
        if (own.containsKey(name)) {
            return own.get(name);
        }
        if (!name.contains(".") || names.reference(name).isPresent()) {
            return reference(name, path);
        }
        return attribute(name, path);
    }

    private Object join(List<?> arguments, String path) {
        var items = value(arguments.get(1), path);
        return items instanceof List<?> list
                ? list.stream()
                        .map(Object::toString)
                        .collect(Collectors.joining(arguments.get(0).toString()))
                : items;
    }

    private Object split(List<?> arguments, String path) {
        var text = value(arguments.get(1), path).toString();
        return Arrays.asList(
                (Object[]) text.split(Pattern.quote(arguments.get(0).toString()), -1));
    }

    private Object select(List<?> arguments, String path) {
        var items = value(arguments.get(1), path);
        try {
            var index = Integer.parseInt(value(arguments.get(0), path).toString());
            if (items instanceof List<?> list && index >= 0 && index < list.size()) {
                return list.get(index);
            }
        } catch (NumberFormatException text) {
            // told below, as for every index that is not in the list
        }
        faults.add(path, "Select takes an index within its list");
        return UNRESOLVED;
    }

    private Object find(List<?> arguments, String path) {
        Object found = mappings;
        for (var argument : arguments) {
            var name = value(argument, path).toString();
            if (!(found instanceof Map<?, ?> map) || !map.containsKey(name)) {
                faults.add(path, "FindInMap: Mappings has no " + name + " at this place");
                return UNRESOLVED;
            }
            found = map.get(name);
        }
        return found;
    }

    private Object choose(List<?> arguments, String path) {
        var holds = conditions.holds(arguments.get(0).toString(), path);
        return value(arguments.get(holds ? 1 : 2), path);
    }
}
