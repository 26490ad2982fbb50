package dev.kept.local.states;

import java.util.List;
import java.util.Map;

/** Ends the machine, the branch or the iteration well. */
record SucceedState(String name, Way way) implements State {
    static SucceedState read(String name, Fields fields, String path) {
        return new SucceedState(name, Way.read(fields, path, "", Visible.NOTHING_MORE, Way.Leads.NOWHERE));
    }

    @Override
    public String type() {
        return "Succeed";
    }

    @Override
    public void run(Walk walk) {
        way.take(walk, walk.input(), Map.of());
    }

    @Override
    public List<Way> ways() {
        return List.of(way);
    }
}
