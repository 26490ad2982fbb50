package dev.kept.local.states;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Ends the machine, the branch or the iteration with an error. */
record FailState(
        String name, @Nullable Template error, @Nullable Template cause) implements State {
    static FailState read(String name, Fields fields, String path) {
        var templates = new TemplateReader(path, fields.faults(), Visible.NOTHING_MORE);
        return new FailState(name, text(fields, "Error", templates), text(fields, "Cause", templates));
    }

    private static @Nullable Template text(Fields fields, String field, TemplateReader templates) {
        var text = fields.text(field);
        return text == null ? null : templates.read(text, field);
    }

    @Override
    public String type() {
        return "Fail";
    }

    @Override
    public void run(Walk walk) {
        var scope = walk.scope(Map.of());
        walk.die(StateFailed.reported(
                error == null ? "" : error.text(scope, "Error"), cause == null ? null : cause.text(scope, "Cause")));
    }

    @Override
    public List<Way> ways() {
        return List.of();
    }
}
