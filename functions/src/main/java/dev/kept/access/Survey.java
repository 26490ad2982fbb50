package dev.kept.access;

import dev.kept.system.ConnectedSystem;
import dev.kept.system.Subject;
import dev.kept.system.SystemUnavailable;
import dev.kept.system.Systems;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Looks into every connected system and counts, so that staff know what they decide about. Takes nothing out. */
public final class Survey {
    private final Systems systems;

    public Survey(Systems systems) {
        this.systems = systems;
    }

    /** The plan of an access request: what would be handed over, by system and category. */
    Map<String, Object> plan(String requestId, Subject subject) {
        var lines = new ArrayList<Map<String, Object>>();
        systems.all().forEach(system -> lines.add(line(system, subject)));
        var plan = new LinkedHashMap<String, Object>();
        plan.put("request", requestId);
        plan.put("does", "hand-over");
        plan.put("systems", lines);
        return plan;
    }

    /** The ids of the systems that a plan goes over. */
    List<String> systems() {
        return systems.all().stream().map(ConnectedSystem::id).toList();
    }

    private static Map<String, Object> line(ConnectedSystem system, Subject subject) {
        var line = new LinkedHashMap<String, Object>();
        line.put("system", system.id());
        try {
            line.put("found", new TreeMap<>(system.count(subject)));
            line.put("answered", true);
        } catch (SystemUnavailable silent) {
            line.put("found", Map.of());
            line.put("answered", false);
        }
        return line;
    }
}
