package dev.kept.local.states;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Compiles the expressions of a field when the definition is loaded, and refuses those that could never work. */
final class TemplateReader {
    private static final String OPEN = "{%";
    private static final String CLOSE = "%}";
    private static final Pattern NOT_CODE =
            Pattern.compile("\"(?:\\\\.|[^\"\\\\])*\"|'(?:\\\\.|[^'\\\\])*'|`[^`]*`|/\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern MEMBER_OF_STATES = Pattern.compile("\\$states\\s*\\.\\s*(\\w+)");
    private static final Pattern EVAL = Pattern.compile("\\$eval\\b");

    private final String state;
    private final Faults faults;
    private final Visible visible;

    /** The path of the state goes before the path of the field in every fault. */
    TemplateReader(String state, Faults faults, Visible visible) {
        this.state = state;
        this.faults = faults;
        this.visible = visible;
    }

    Template read(@Nullable Object value, String field) {
        if (value instanceof String text) {
            return text(text, field);
        }
        if (value instanceof List<?> list) {
            var members = new ArrayList<Template>();
            for (int i = 0; i < list.size(); i++) {
                members.add(read(list.get(i), field + "[" + i + "]"));
            }
            return new Template.OfArray(members);
        }
        if (value instanceof Map<?, ?> map) {
            var members = new LinkedHashMap<String, Template>();
            map.forEach((name, member) -> members.put(String.valueOf(name), read(member, field + "/" + name)));
            return new Template.OfObject(members);
        }
        return new Template.Literal(value);
    }

    private Template text(String text, String field) {
        if (!text.startsWith(OPEN)) {
            return new Template.Literal(text);
        }
        if (!text.endsWith(CLOSE) || text.length() < OPEN.length() + CLOSE.length()) {
            fault(field, "begins with {% and must then end with %}.");
            return new Template.Literal(text);
        }
        var source =
                text.substring(OPEN.length(), text.length() - CLOSE.length()).strip();
        try {
            var compiled = Expression.compile(source, field);
            refuseReferences(source, field);
            return new Template.Computed(compiled);
        } catch (RuntimeException | StackOverflowError bad) {
            fault(field, "is not JSONata: " + bad.getMessage() + ".");
            return new Template.Literal(text);
        }
    }

    private void refuseReferences(String source, String field) {
        var code = NOT_CODE.matcher(source).replaceAll(" ");
        if (code.contains("$$")) {
            fault(field, "names $$, but a workflow's expression has no input document; use $states.input.");
        }
        if (EVAL.matcher(code).find()) {
            fault(field, "calls $eval, which Step Functions does not have; use $parse to read JSON.");
        }
        MEMBER_OF_STATES
                .matcher(code)
                .results()
                .map(found -> found.group(1))
                .filter(member -> !visible.shows(member))
                .distinct()
                .forEach(member -> fault(field, "names $states." + member + ", which this field cannot see."));
    }

    private void fault(String field, String sentence) {
        faults.add(state + "/" + field, sentence);
    }
}
