package dev.kept.clock;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Something that happened to a case and that its clock must know of. */
public record ClockEvent(
        Type type,
        Instant at,
        @Nullable Doubt about,
        @Nullable ExtensionReason reason) {
    public enum Type {
        RECEIVED,
        INFO_ASKED,
        INFO_RECEIVED,
        EXTENDED,
        ANSWERED,
        REFUSED
    }

    public ClockEvent {
        var question = type == Type.INFO_ASKED || type == Type.INFO_RECEIVED;
        if (question != (about != null)) {
            throw new IllegalArgumentException(type + (question ? " must" : " must not") + " say what it is about");
        }
    }

    public static ClockEvent received(Instant at) {
        return new ClockEvent(Type.RECEIVED, at, null, null);
    }

    public static ClockEvent asked(Doubt about, Instant at) {
        return new ClockEvent(Type.INFO_ASKED, at, about, null);
    }

    public static ClockEvent told(Doubt about, Instant at) {
        return new ClockEvent(Type.INFO_RECEIVED, at, about, null);
    }

    /** At is when the notice of extension was sent, not when it was decided. */
    public static ClockEvent extended(ExtensionReason reason, Instant at) {
        return new ClockEvent(Type.EXTENDED, at, null, reason);
    }

    public static ClockEvent answered(Instant at) {
        return new ClockEvent(Type.ANSWERED, at, null, null);
    }

    public static ClockEvent refused(Instant at) {
        return new ClockEvent(Type.REFUSED, at, null, null);
    }

    /** What {@link #of(Map)} reads back. */
    public Map<String, Object> toMap() {
        var map = new LinkedHashMap<String, Object>();
        map.put("type", type.name());
        map.put("at", at.toString());
        if (about != null) {
            map.put("about", about.name());
        }
        if (reason != null) {
            map.put("reason", reason.name());
        }
        return map;
    }

    public static ClockEvent of(Map<?, ?> map) {
        var tree = new Tree("clock event", map);
        return new ClockEvent(
                tree.choice(Type.class, "type"),
                Instant.parse(tree.text("at")),
                tree.has("about") ? tree.choice(Doubt.class, "about") : null,
                tree.has("reason") ? tree.choice(ExtensionReason.class, "reason") : null);
    }
}
