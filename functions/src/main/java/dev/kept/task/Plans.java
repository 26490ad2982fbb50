package dev.kept.task;

import dev.kept.request.Request;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What would be done at this moment, where a decision covers that and nothing else. */
public interface Plans {
    /** A plan and its hash. */
    record Plan(Map<String, Object> tree, String hash) {}

    /** The plan as it would be made now; empty where a plan, once shown, is only information. */
    Optional<Plan> now(Request request);

    /**
     * The parts of a plan that can be refused although the rest is approved, and those of them that have to be; none where a
     * plan is approved or refused whole.
     */
    default Parts parts(Task task) {
        return Parts.NONE;
    }

    /**
     * Parts of a plan.
     *
     * @param impossible those that cannot be carried out, whatever staff would like
     */
    record Parts(Set<String> all, Set<String> impossible) {
        static final Parts NONE = new Parts(Set.of(), Set.of());
    }
}
