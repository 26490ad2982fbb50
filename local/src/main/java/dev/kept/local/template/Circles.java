package dev.kept.local.template;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds resources that wait for each other, which a deployment would refuse only when it is under way. */
final class Circles {
    private final Map<String, Set<String>> needs;
    private final Set<String> done = new HashSet<>();
    private final List<String> way = new ArrayList<>();
    private final Faults faults;

    Circles(Map<String, Set<String>> needs, Faults faults) {
        this.needs = needs;
        this.faults = faults;
    }

    void refuse() {
        needs.keySet().forEach(this::visit);
    }

    private void visit(String id) {
        if (done.contains(id)) {
            return;
        }
        var met = way.indexOf(id);
        if (met >= 0) {
            var circle = String.join(" needs ", way.subList(met, way.size())) + " needs " + id;
            faults.add("Resources/" + id, "cannot be deployed: " + circle + "; pass one of the names another way");
            return;
        }
        way.add(id);
        needs.getOrDefault(id, Set.of()).forEach(this::visit);
        way.remove(way.size() - 1);
        done.add(id);
    }
}
