package dev.kept.local.template;

import java.util.List;

/**
 * One thing that a function or a workflow is allowed to do.
 *
 * @param actions such as {@code dynamodb:PutItem}, wildcards allowed
 * @param resources the ARNs that it may be done to
 * @param limits what has to be true of the call besides
 */
public record Statement(List<String> actions, List<String> resources, List<Limit> limits) {
    public Statement {
        actions = List.copyOf(actions);
        resources = List.copyOf(resources);
        limits = List.copyOf(limits);
    }

    /**
     * A condition of a statement.
     *
     * @param operator such as {@code StringEquals}
     * @param key what of the call is looked at, such as {@code ses:FromAddress}
     * @param values of which one has to match
     */
    public record Limit(String operator, String key, List<String> values) {
        public Limit {
            values = List.copyOf(values);
        }
    }
}
