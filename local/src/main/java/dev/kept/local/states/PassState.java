package dev.kept.local.states;

import java.util.List;
import java.util.Map;

/** Passes its input on, or gives other output or variables. */
record PassState(String name, Way way) implements State {
    static PassState read(String name, Fields fields, String path) {
        return new PassState(name, Way.read(fields, path, "", Visible.NOTHING_MORE, Way.Leads.ON_OR_END));
    }

    @Override
    public String type() {
        return "Pass";
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
