package dev.kept.local.states;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Takes the way of the first rule whose condition is true, else the default. */
record ChoiceState(String name, List<Rule> rules, Way otherwise) implements State {
    /** A condition and the way that it opens. */
    record Rule(String field, Template condition, Way way) {}

    static ChoiceState read(String name, Fields fields, String path) {
        var rules = new ArrayList<Rule>();
        var members = fields.objects("Choices");
        for (int i = 0; i < members.size(); i++) {
            rules.add(rule(members.get(i), path, "Choices[" + i + "]"));
        }
        var otherwise = Way.read(fields, path, "", Visible.NOTHING_MORE, Way.Leads.TO_DEFAULT);
        return new ChoiceState(name, List.copyOf(rules), otherwise);
    }

    private static Rule rule(Fields fields, String state, String field) {
        var templates = new TemplateReader(state, fields.faults(), Visible.NOTHING_MORE);
        var condition = templates.read(fields.value("Condition"), field + "/Condition");
        if (!(condition instanceof Template.Computed) && !(fields.value("Condition") instanceof Boolean)) {
            fields.fault("Condition", "must be true, false or a {% %} expression.");
        }
        var way = Way.read(fields, state, field + "/", Visible.NOTHING_MORE, Way.Leads.ON);
        fields.value("Comment");
        fields.refuseOthers("a choice rule");
        return new Rule(field + "/Condition", condition, way);
    }

    @Override
    public String type() {
        return "Choice";
    }

    @Override
    public void run(Walk walk) {
        var scope = walk.scope(Map.of());
        var way = chosen(scope);
        if (way == null) {
            throw StateFailed.found(
                    StateFailed.RUNTIME,
                    "Failed to transition out of the state. The state does not point to a next state.");
        }
        way.take(walk, walk.input(), Map.of());
    }

    private @Nullable Way chosen(Scope scope) {
        for (var rule : rules) {
            if (rule.condition().truth(scope, rule.field())) {
                return rule.way();
            }
        }
        return otherwise.next() == null ? null : otherwise;
    }

    @Override
    public List<Way> ways() {
        var ways = new ArrayList<Way>();
        rules.forEach(rule -> ways.add(rule.way()));
        ways.add(otherwise);
        return ways;
    }
}
