package dev.kept.local.template;

import java.util.List;
import java.util.Map;

/**
 * A workflow.
 *
 * @param id the logical id
 * @param arn as the functions are told it
 * @param name the last part of the ARN
 * @param definition the file, as the template names it
 * @param substitutions what stands for each {@code ${…}} of the definition
 * @param statements what it is allowed to do
 */
public record StateMachine(
        String id,
        String arn,
        String name,
        String definition,
        Map<String, String> substitutions,
        List<Statement> statements) {}
