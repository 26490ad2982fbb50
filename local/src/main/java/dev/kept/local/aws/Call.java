package dev.kept.local.aws;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What the SDK sent for one operation, read by name; what is missing or of another kind is a ValidationException. */
public record Call(Map<String, Object> sent) {
    @Nullable
    String find(String name) {
        Object value = sent.get(name);
        if (value != null && !(value instanceof String)) {
            throw invalid(name);
        }
        return (String) value;
    }

    String text(String name) {
        String value = find(name);
        if (value == null) {
            throw invalid(name);
        }
        return value;
    }

    String text(String name, String otherwise) {
        String value = find(name);
        return value == null ? otherwise : value;
    }

    boolean has(String name) {
        return sent.get(name) != null;
    }

    boolean flag(String name) {
        return Boolean.TRUE.equals(sent.get(name));
    }

    byte[] bytes(String name) {
        try {
            return Base64.getDecoder().decode(text(name));
        } catch (IllegalArgumentException e) {
            throw invalid(name);
        }
    }

    byte[] bytes(String name, int most) {
        byte[] bytes = bytes(name);
        if (bytes.length < 1 || bytes.length > most) {
            throw new AwsFault("ValidationException", name + " has between 1 and " + most + " bytes.");
        }
        return bytes;
    }

    int number(String name, int least, int most) {
        if (sent.get(name) instanceof Number number && number.intValue() >= least && number.intValue() <= most) {
            return number.intValue();
        }
        throw new AwsFault("ValidationException", name + " is a number between " + least + " and " + most + ".");
    }

    SortedMap<String, String> texts(String name) {
        SortedMap<String, String> texts = new TreeMap<>();
        Object value = sent.getOrDefault(name, Map.of());
        if (!(value instanceof Map<?, ?> map)) {
            throw invalid(name);
        }
        map.forEach((key, text) -> texts.put(String.valueOf(key), String.valueOf(text)));
        return texts;
    }

    /** A list as the Query protocol sends it, one numbered parameter for each of its members. */
    List<String> members(String name) {
        List<String> members = new ArrayList<>();
        for (String member = find(name + ".member.1"); member != null; ) {
            members.add(member);
            member = find(name + ".member." + (members.size() + 1));
        }
        return members;
    }

    private static AwsFault invalid(String name) {
        return new AwsFault("ValidationException", name + " is missing or is not what it should be.");
    }

    /** Requests carry personal data. */
    @Override
    public String toString() {
        return "[call]";
    }
}
