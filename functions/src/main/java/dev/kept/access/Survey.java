package dev.kept.access;

import dev.kept.policy.Policy;
import dev.kept.policy.RequestKind;
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
    private final OwnRequests requests;
    private final Portable portable;

    public Survey(Policy policy, Systems systems, OwnRequests requests) {
        this.systems = systems;
        this.requests = requests;
        portable = new Portable(policy);
    }

    /** The plan of a request: what would be handed over, by system and category. */
    Map<String, Object> plan(String requestId, RequestKind kind, Subject subject) {
        var lines = new ArrayList<Map<String, Object>>();
        asked(kind).forEach(system -> lines.add(line(requestId, system, kind, subject)));
        var plan = new LinkedHashMap<String, Object>();
        plan.put("request", requestId);
        plan.put("does", kind == RequestKind.PORTABILITY ? "hand-over-provided" : "hand-over");
        plan.put("systems", lines);
        return plan;
    }

    /** The ids of the systems that a plan goes over. */
    List<String> systems(RequestKind kind) {
        return asked(kind).stream().map(ConnectedSystem::id).toList();
    }

    /** The ids of those that can hold nothing that the request is about. */
    List<String> unasked(RequestKind kind) {
        var asked = systems(kind);
        return systems.ids().stream().filter(id -> !asked.contains(id)).toList();
    }

    private List<ConnectedSystem> asked(RequestKind kind) {
        return systems.all().stream()
                .filter(system -> kind != RequestKind.PORTABILITY || portable.mayHold(system.id()))
                .toList();
    }

    private Map<String, Object> line(String requestId, ConnectedSystem system, RequestKind kind, Subject subject) {
        var line = new LinkedHashMap<String, Object>();
        line.put("system", system.id());
        try {
            var found = new TreeMap<>(system.count(subject));
            if (system.id().equals(systems.ownId())) {
                countRequests(requestId, subject, found);
            }
            if (kind == RequestKind.PORTABILITY) {
                found.keySet().removeIf(category -> portable.staysBack(category).isPresent());
            }
            line.put("found", found);
            line.put("answered", true);
        } catch (SystemUnavailable silent) {
            line.put("found", Map.of());
            line.put("answered", false);
        }
        return line;
    }

    private void countRequests(String requestId, Subject subject, Map<String, Integer> found) {
        var count = requests.count(requestId, subject);
        if (count > 0) {
            found.merge(OwnRequests.CATEGORY, count, Integer::sum);
        }
    }
}
