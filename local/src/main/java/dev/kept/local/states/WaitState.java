package dev.kept.local.states;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Waits for so many seconds or until an instant: an entry in the agenda. */
record WaitState(
        String name, @Nullable Template seconds, @Nullable Template timestamp, Way way) implements State {
    private static final int MOST_SECONDS = 99_999_999;
    private static final Pattern RFC_3339 =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?(Z|[+-]\\d\\d:\\d\\d)");

    static WaitState read(String name, Fields fields, String path) {
        var templates = new TemplateReader(path, fields.faults(), Visible.NOTHING_MORE);
        var way = Way.read(fields, path, "", Visible.NOTHING_MORE, Way.Leads.ON_OR_END);
        if (fields.has("Seconds") == fields.has("Timestamp")) {
            fields.fault("needs exactly one of Seconds and Timestamp.");
        }
        return new WaitState(name, seconds(fields, templates), timestamp(fields, templates), way);
    }

    private static @Nullable Template seconds(Fields fields, TemplateReader templates) {
        if (!fields.has("Seconds")) {
            return null;
        }
        if (fields.value("Seconds") instanceof String text) {
            return TaskState.computed(fields, "Seconds", text, templates);
        }
        return new Template.Literal(fields.whole("Seconds", 0, MOST_SECONDS));
    }

    private static @Nullable Template timestamp(Fields fields, TemplateReader templates) {
        var text = fields.text("Timestamp");
        if (text == null) {
            return null;
        }
        var template = templates.read(text, "Timestamp");
        if (template instanceof Template.Literal && instant(text) == null) {
            fields.fault("Timestamp", "must be like 2026-11-22T09:00:00Z.");
        }
        return template;
    }

    private static @Nullable Instant instant(String text) {
        try {
            return RFC_3339.matcher(text).matches() ? OffsetDateTime.parse(text).toInstant() : null;
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }

    @Override
    public String type() {
        return "Wait";
    }

    @Override
    public void run(Walk walk) {
        walk.continueAt(until(walk), () -> way.take(walk, walk.input(), Map.of()));
    }

    private Instant until(Walk walk) {
        var scope = walk.scope(Map.of());
        if (seconds != null) {
            return walk.now().plusSeconds(seconds.whole(scope, "Seconds", 0, MOST_SECONDS));
        }
        if (timestamp == null) {
            throw new IllegalStateException("A Wait state without an end: the definition was not checked.");
        }
        var text = timestamp.text(scope, "Timestamp");
        var instant = instant(text);
        if (instant == null) {
            throw timestamp.unexpected("Timestamp", "a timestamp like 2026-11-22T09:00:00Z", text);
        }
        return instant;
    }

    @Override
    public List<Way> ways() {
        return List.of(way);
    }
}
