package dev.kept.local.states;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Calls a function, and waits for its task token where the resource says so. */
record TaskState(
        String name,
        Resource resource,
        @Nullable Template arguments,
        @Nullable Template timeoutSeconds,
        @Nullable Template heartbeatSeconds,
        Recovery recovery,
        Way way)
        implements State {
    static final int MOST_SECONDS = 99_999_999;
    private static final Set<String> OF_INVOKE = Set.of("FunctionName", "Payload");

    static TaskState read(String name, Fields fields, String path) {
        var templates = new TemplateReader(path, fields.faults(), Visible.NOTHING_MORE);
        var resource = Resource.read(fields);
        var arguments = fields.has("Arguments") ? templates.read(fields.value("Arguments"), "Arguments") : null;
        if (resource != null) {
            check(fields, resource, arguments);
        }
        return new TaskState(
                name,
                resource == null ? new Resource("", Resource.Kind.FUNCTION) : resource,
                arguments,
                seconds(fields, "TimeoutSeconds", templates),
                seconds(fields, "HeartbeatSeconds", templates),
                Recovery.read(fields, path),
                Way.read(fields, path, "", Visible.RESULT, Way.Leads.ON_OR_END));
    }

    private static void check(Fields fields, Resource resource, @Nullable Template arguments) {
        if (!resource.plain() && arguments instanceof Template.OfObject object) {
            if (!object.members().containsKey("FunctionName")) {
                fields.fault("Arguments", "needs FunctionName, the function to call.");
            }
            object.members().keySet().stream()
                    .filter(argument -> !OF_INVOKE.contains(argument))
                    .forEach(argument -> fields.fault(
                            "Arguments/" + argument, "is not supported here; only FunctionName and Payload are."));
        } else if (!resource.plain() && !(arguments instanceof Template.Computed)) {
            fields.fault("Arguments", "must be an object with FunctionName and Payload.");
        }
        if (fields.has("HeartbeatSeconds") && !resource.waits()) {
            fields.fault("HeartbeatSeconds", "only works with .waitForTaskToken; take it out.");
        }
        if (fields.value("HeartbeatSeconds") instanceof Integer heartbeat
                && fields.value("TimeoutSeconds") instanceof Integer timeout
                && heartbeat >= timeout) {
            fields.fault("HeartbeatSeconds", "must be smaller than TimeoutSeconds.");
        }
    }

    private static @Nullable Template seconds(Fields fields, String field, TemplateReader templates) {
        if (fields.value(field) instanceof String text) {
            return computed(fields, field, text, templates);
        }
        var number = fields.whole(field, 1, MOST_SECONDS);
        return number == null ? null : new Template.Literal(number);
    }

    /** A number may be given as an expression, but not as a text. */
    static Template computed(Fields fields, String field, String text, TemplateReader templates) {
        var template = templates.read(text, field);
        if (!text.startsWith("{%")) {
            fields.fault(field, "must be a whole number or a {% %} expression.");
        }
        return template;
    }

    @Override
    public String type() {
        return "Task";
    }

    @Override
    public void run(Walk walk) {
        var attempt = new Attempt(walk, this);
        walk.attempt(attempt);
        attempt.start();
    }

    @Nullable
    Integer seconds(@Nullable Template template, String field, Walk walk) {
        return template == null ? null : template.whole(walk.scope(Map.of()), field, 1, MOST_SECONDS);
    }

    @Override
    public List<Way> ways() {
        return recovery.waysWith(way);
    }
}
