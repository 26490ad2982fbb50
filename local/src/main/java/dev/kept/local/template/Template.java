package dev.kept.local.template;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/**
 * Everything that is deployed, as {@code template.yaml} says it, with the names that it has on one machine.
 *
 * @param parameters the values of this run, by name
 * @param functions by logical id, as every other member
 * @param silent what has no part in the local run, by logical id, with its type
 */
public record Template(
        Map<String, String> parameters,
        Map<String, LambdaFunction> functions,
        Map<String, Table> tables,
        Map<String, Bucket> buckets,
        Map<String, EncryptionKey> keys,
        Map<String, Queue> queues,
        Map<String, StateMachine> stateMachines,
        Map<String, Api> apis,
        Map<String, String> silent,
        Map<String, String> outputs) {

    public static final String REGION = Pseudo.REGION;
    public static final String ACCOUNT = Pseudo.ACCOUNT;

    /**
     * Reads a template.
     *
     * @param given values of parameters that are not to have their defaults
     * @throws TemplateFaults with everything that is wrong with it
     */
    public static Template read(Path file, Map<String, String> given) {
        return new TemplateReader(file).read(given);
    }

    /** The names of the parameters that a template declares, so that a run gives only those that it has. */
    public static Set<String> parametersOf(Path file) {
        return new TemplateReader(file).parameters();
    }
}
