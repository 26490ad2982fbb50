package dev.kept.task;

import dev.kept.request.Request;
import java.util.Map;
import java.util.Optional;

/** What would be done at this moment, where a decision covers that and nothing else. */
public interface Plans {
    /** A plan and its hash. */
    record Plan(Map<String, Object> tree, String hash) {}

    /** The plan as it would be made now; empty where a plan, once shown, is only information. */
    Optional<Plan> now(Request request);
}
