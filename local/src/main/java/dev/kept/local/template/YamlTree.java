package dev.kept.local.template;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** YAML as trees of maps, lists and scalars, with CloudFormation's short tags written out ({@code !Ref} is Ref). */
final class YamlTree {
    private final String file;
    private final Faults faults;

    YamlTree(String file, Faults faults) {
        this.file = file;
        this.faults = faults;
    }

    /** The whole file; an empty tree, and a fault, when it cannot be read. */
    Map<String, Object> read(Path path) {
        try {
            return read(Files.readString(path));
        } catch (NoSuchFileException absent) {
            faults.add(file, "there is no such file; start from the directory that has it, or name another");
        } catch (IOException unreadable) {
            faults.add(file, "cannot be read: " + unreadable.getMessage());
        }
        return Map.of();
    }

    @SuppressWarnings("unchecked")
    private Map<String, Object> read(String text) {
        try {
            var root = new Compose(LoadSettings.builder().build()).composeString(text);
            if (root.isPresent() && tree(root.get(), file) instanceof Map<?, ?> found) {
                return (Map<String, Object>) found;
            }
            faults.add(file, "is not a YAML mapping; a template begins with sections such as Resources:");
        } catch (MarkedYamlEngineException broken) {
            var where = broken.getProblemMark()
                    .map(mark -> file + " line " + (mark.getLine() + 1))
                    .orElse(file);
            faults.add(where, "is not YAML: " + broken.getProblem());
        } catch (YamlEngineException broken) {
            faults.add(file, "is not YAML: " + broken.getMessage());
        }
        return Map.of();
    }

    private Object tree(Node node, String path) {
        var plain = plain(node, path);
        var tag = node.getTag().getValue();
        if (!tag.startsWith("!")) {
            return plain;
        }
        var name = tag.substring(1);
        // written out, Ref and Condition stand alone; every other function has the prefix
        var written = name.equals("Ref") || name.equals("Condition") ? name : "Fn::" + name;
        return Map.of(written, plain);
    }

    private Object plain(Node node, String path) {
        if (node instanceof ScalarNode scalar) {
            return scalar(scalar, path);
        }
        if (node instanceof SequenceNode sequence) {
            return list(sequence, path);
        }
        return map((MappingNode) node, path);
    }

    private Object scalar(ScalarNode node, String path) {
        var text = node.getValue();
        var tag = node.getTag();
        if (tag.equals(Tag.NULL)) {
            faults.add(path, "has no value: give it one, or take the line out");
            return "";
        }
        if (tag.equals(Tag.BOOL)) {
            return Boolean.valueOf(text);
        }
        return tag.equals(Tag.INT) ? (Object) Long.valueOf(text) : text;
    }

    private List<Object> list(SequenceNode node, String path) {
        var list = new ArrayList<>();
        for (var item : node.getValue()) {
            list.add(tree(item, path + "/" + list.size()));
        }
        return list;
    }

    private Map<String, Object> map(MappingNode node, String path) {
        var map = new LinkedHashMap<String, Object>();
        for (var pair : node.getValue()) {
            var name = String.valueOf(plain(pair.getKeyNode(), path));
            var below = path.equals(file) ? name : path + "/" + name;
            if (map.putIfAbsent(name, tree(pair.getValueNode(), below)) != null) {
                faults.add(below, "stands there twice; keep one");
            }
        }
        return map;
    }
}
