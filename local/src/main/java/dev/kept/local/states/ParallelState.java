package dev.kept.local.states;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Walks all its branches at once; its result is the array of their outputs. */
record ParallelState(String name, @Nullable Template arguments, List<Flow> branches, Recovery recovery, Way way)
        implements State, Fork.Plan {
    static ParallelState read(String name, Fields fields, String path, FlowReader flows) {
        var templates = new TemplateReader(path, fields.faults(), Visible.NOTHING_MORE);
        var arguments = fields.has("Arguments") ? templates.read(fields.value("Arguments"), "Arguments") : null;
        var branches = new ArrayList<Flow>();
        for (var branch : fields.objects("Branches")) {
            branches.add(flows.inner(branch, "a branch"));
        }
        return new ParallelState(
                name,
                arguments,
                List.copyOf(branches),
                Recovery.read(fields, path),
                Way.read(fields, path, "", Visible.RESULT, Way.Leads.ON_OR_END));
    }

    @Override
    public String type() {
        return "Parallel";
    }

    @Override
    public void run(Walk walk) {
        var input = arguments == null ? walk.input() : arguments.evaluate(walk.scope(Map.of()));
        walk.requireShort(input);
        walk.record("ParallelStateStarted", Map.of());
        walk.fork(new Fork(walk, this, branches.size(), branches.size(), input));
    }

    @Override
    public Flow flow(int index) {
        return branches.get(index);
    }

    @Override
    public @Nullable Item item(Fork fork, int index) {
        return fork.parent().item();
    }

    @Override
    public @Nullable Object inputOf(Fork fork, int index) {
        return fork.input();
    }

    @Override
    public List<Way> ways() {
        return recovery.waysWith(way);
    }

    @Override
    public List<Flow> flows() {
        return branches;
    }
}
