package dev.kept.local.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A workflow.
 *
 * @param id the logical id
 * @param arn as the functions are told it
 * @param name the last part of the ARN
 * @param definition the file, as the template names it
 * @param substitutions what stands for each {@code ${…}} of the definition
 * @param role the ARN of the role that it runs under, where it does not have one of its own
 * @param statements what it is allowed to do
 */
public record StateMachine(
        String id,
        String arn,
        String name,
        String definition,
        Map<String, String> substitutions,
        Optional<String> role,
        List<Statement> statements) {
    StateMachine allowed(List<Statement> more) {
        var all = new ArrayList<>(statements);
        all.addAll(more);
        return new StateMachine(id, arn, name, definition, substitutions, role, all);
    }
}
