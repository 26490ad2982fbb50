package dev.kept.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The body of a call, read field by field. Faults are collected and thrown together by {@link #done()}, so that a
 * caller learns all of them at once; a field that nobody read is unknown and a fault too.
 *
 * <p>A plain HTML form is read as the same tree: {@code fields.email=…} is the member {@code email} of the object
 * {@code fields}, and a ticked box ({@code on}) is {@code true}.
 */
public final class Input {
    /** The longest body that is read, in characters; more than any form of a policy can hold. */
    static final int LONGEST = 100_000;

    private static final Pattern FIELD_NAME = Pattern.compile("[A-Za-z][A-Za-z0-9-]{0,39}");

    private final String path;
    private final Map<String, Object> tree;
    private final Set<String> faulty;
    private final Set<String> unread = new TreeSet<>();
    private final List<Input> children = new ArrayList<>();

    private Input(String path, Map<String, Object> tree, Set<String> faulty) {
        this.path = path;
        this.tree = tree;
        this.faulty = faulty;
        unread.addAll(tree.keySet());
    }

    /** Reads the call's body as JSON or as a plain form. */
    public static Input of(Call call) {
        return of(call, LONGEST);
    }

    /** As {@link #of(Call)}, for the one call that takes more. */
    public static Input of(Call call, int longest) {
        if (call.body().length() > longest) {
            throw new ProblemFound(
                    ProblemKind.TOO_LARGE, "Send at most " + longest + " characters; shorten the longest text.");
        }
        if (call.isForm()) {
            return new Input("", form(call.body()), new TreeSet<>());
        }
        if (!call.isJson()) {
            throw new ProblemFound(
                    ProblemKind.UNSUPPORTED_MEDIA_TYPE,
                    "Send application/json, or application/x-www-form-urlencoded from a plain form.");
        }
        try {
            return new Input("", Json.object(call.body()), new TreeSet<>());
        } catch (Json.NotJson notJson) {
            throw new ProblemFound(ProblemKind.MALFORMED_BODY, "Send one JSON object in UTF-8.");
        }
    }

    /** The object of that name; an empty one when it is absent. */
    public Input object(String name) {
        unread.remove(name);
        var value = tree.get(name);
        if (value != null && !(value instanceof Map)) {
            faulty.add(path + name);
        }
        var child = new Input(path + name + ".", Json.child(tree, name), faulty);
        children.add(child);
        return child;
    }

    /** A text that has to be there and not blank; empty when it is at fault, which {@link #done()} will say. */
    public String text(String name, int longest) {
        return optional(name, longest).orElseGet(() -> {
            faulty.add(path + name);
            return "";
        });
    }

    /** A text that may be absent; blank counts as absent. */
    public Optional<String> optional(String name, int longest) {
        unread.remove(name);
        var value = tree.get(name);
        if (value == null || value.equals("")) {
            return Optional.empty();
        }
        if (!(value instanceof String || value instanceof Number)) {
            faulty.add(path + name);
            return Optional.empty();
        }
        var text = value.toString().strip();
        if (text.length() > longest || hasControls(text)) {
            faulty.add(path + name);
            return Optional.empty();
        }
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    /** A box: true when ticked, false when absent. */
    public boolean ticked(String name) {
        unread.remove(name);
        var value = tree.get(name);
        if (value == null || value.equals("off") || value.equals("")) {
            return false;
        }
        if (value.equals(true) || value.equals("on") || value.equals("true")) {
            return true;
        }
        if (!value.equals(false) && !value.equals("false")) {
            faulty.add(path + name);
        }
        return false;
    }

    /** The words of a list, each of which has to be a known one; a plain form sends them as ticked boxes. */
    public List<String> words(String name, Set<String> known) {
        unread.remove(name);
        var value = tree.get(name);
        if (value instanceof Map<?, ?>) {
            var boxes = object(name);
            return boxes.names().stream()
                    .filter(boxes::ticked)
                    .filter(word -> isKnown(name, word, known))
                    .toList();
        }
        if (value != null && !(value instanceof List)) {
            faulty.add(path + name);
        }
        return value instanceof List<?> list
                ? list.stream()
                        .map(String::valueOf)
                        .distinct()
                        .filter(word -> isKnown(name, word, known))
                        .toList()
                : List.of();
    }

    private boolean isKnown(String name, String word, Set<String> known) {
        if (!known.contains(word)) {
            faulty.add(path + name);
        }
        return known.contains(word);
    }

    /** Says that a field holds what cannot be accepted. */
    public void refuse(String name) {
        faulty.add(path + name);
    }

    /** Every text of the body, at any depth, by the path of its field: for rules that hold wherever a text stands. */
    public Map<String, String> everyText() {
        var texts = new LinkedHashMap<String, String>();
        collect("", tree, texts);
        return texts;
    }

    /** The names of the members that were sent, in the order of sending. */
    public List<String> names() {
        return List.copyOf(tree.keySet());
    }

    /** Throws one problem that names every fault, if there is any. */
    public void done() {
        addUnread();
        if (!faulty.isEmpty()) {
            throw new ProblemFound(Problem.fields(
                    ProblemKind.INVALID_INPUT,
                    "Fill in, shorten or remove the fields named here; what a form takes is listed at /policy.",
                    List.copyOf(faulty)));
        }
    }

    private void addUnread() {
        unread.forEach(name -> faulty.add(path + shown(name)));
        children.forEach(Input::addUnread);
    }

    /** A name that no field could have was made up by the caller and may hold anything: it is not repeated. */
    private static String shown(String name) {
        return FIELD_NAME.matcher(name).matches() ? name : "?";
    }

    private static boolean hasControls(String text) {
        return text.chars().anyMatch(c -> (c < 0x20 && c != '\n' && c != '\r' && c != '\t') || c == 0x7f);
    }

    private static void collect(String path, Object value, Map<String, String> texts) {
        if (value instanceof Map<?, ?> object) {
            object.forEach((name, member) -> {
                var shown = shown(String.valueOf(name));
                collect(path.isEmpty() ? shown : path + "." + shown, member, texts);
            });
        } else if (value instanceof List<?> list) {
            list.forEach(member -> collect(path, member, texts));
        } else if (value != null) {
            texts.merge(path, value.toString(), (a, b) -> a + "\n" + b);
        }
    }

    private static Map<String, Object> form(String body) {
        var tree = new LinkedHashMap<String, Object>();
        for (var pair : body.split("&", -1)) {
            if (!pair.isEmpty()) {
                var parts = pair.split("=", 2);
                put(tree, decoded(parts[0]), parts.length == 2 ? decoded(parts[1]) : "");
            }
        }
        return tree;
    }

    private static void put(Map<String, Object> tree, String name, String value) {
        var dot = name.indexOf('.');
        if (dot < 0) {
            tree.put(name, value);
            return;
        }
        var child = tree.computeIfAbsent(name.substring(0, dot), key -> new LinkedHashMap<String, Object>());
        if (child instanceof Map<?, ?>) {
            put(Json.child(tree, name.substring(0, dot)), name.substring(dot + 1), value);
        } else {
            tree.put(name, value);
        }
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw new ProblemFound(ProblemKind.MALFORMED_BODY, "Send the form percent-encoded in UTF-8.");
        }
    }
}
