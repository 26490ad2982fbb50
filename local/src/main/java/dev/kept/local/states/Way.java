package dev.kept.local.states;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A way out of a state, of a rule or of a catcher: what is put out, what is assigned, and what comes next. */
record Way(
        String field,
        @Nullable Template output,
        Map<String, Template> assign,
        @Nullable String next) {
    private static final Pattern VARIABLE = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]{0,79}");

    /** Whether a way leads on, and how the definition says so. */
    enum Leads {
        /** {@code Next}, or {@code "End": true}. */
        ON_OR_END,
        /** {@code Next} alone. */
        ON,
        /** To {@code Default}, or nowhere. */
        TO_DEFAULT,
        /** Neither field: the state is the last one. */
        NOWHERE
    }

    /** The prefix names the field inside the state, such as {@code Catch[0]/}, for faults and errors. */
    static Way read(Fields fields, String state, String prefix, Visible visible, Leads leads) {
        var templates = new TemplateReader(state, fields.faults(), visible);
        var output = fields.has("Output") ? templates.read(fields.value("Output"), prefix + "Output") : null;
        return new Way(prefix, output, assign(fields, prefix, templates, leads), next(fields, leads));
    }

    Set<String> assigned() {
        return assign.keySet();
    }

    /** All values are computed before any is assigned, so that each sees the variables as they were on entry. */
    void take(Walk walk, @Nullable Object otherwise, Map<String, @Nullable Object> more) {
        var scope = walk.scope(more);
        var assigned = new LinkedHashMap<String, @Nullable Object>();
        assign.forEach((name, value) -> assigned.put(name, value.evaluate(scope)));
        walk.leave(output == null ? otherwise : output.evaluate(scope), assigned, next);
    }

    private static Map<String, Template> assign(Fields fields, String prefix, TemplateReader templates, Leads leads) {
        var assign = new LinkedHashMap<String, Template>();
        if (leads == Leads.NOWHERE || !fields.has("Assign")) {
            return assign;
        }
        var values = fields.object("Assign");
        if (values == null) {
            return assign;
        }
        for (var name : values.names()) {
            if (name.equals("states")) {
                values.fault(name, "is reserved; give the variable another name.");
            } else if (!VARIABLE.matcher(name).matches()) {
                values.fault(name, "cannot be a variable; use letters, digits and _, at most 80.");
            }
            assign.put(name, templates.read(values.value(name), prefix + "Assign/" + name));
        }
        return assign;
    }

    private static @Nullable String next(Fields fields, Leads leads) {
        return switch (leads) {
            case NOWHERE -> null;
            case TO_DEFAULT -> fields.text("Default");
            case ON -> fields.requiredText("Next");
            case ON_OR_END -> nextOrEnd(fields);
        };
    }

    private static @Nullable String nextOrEnd(Fields fields) {
        boolean ends = Boolean.TRUE.equals(fields.value("End"));
        if (fields.has("End") && !ends) {
            fields.fault("End", "must be true; leave it out where there is a Next.");
        }
        if (ends == fields.has("Next")) {
            fields.fault(ends ? "has both Next and End; keep one." : "needs a Next, or \"End\": true.");
        }
        return fields.text("Next");
    }
}
