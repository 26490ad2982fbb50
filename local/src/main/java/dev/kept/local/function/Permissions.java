package dev.kept.local.function;

import dev.kept.local.template.LambdaFunction;
import dev.kept.local.template.StateMachine;
import dev.kept.local.template.Statement;
import dev.kept.local.template.Statement.Limit;
import dev.kept.local.template.Template;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Holds what functions and workflows do against what the template allows them, and remembers what was made use of and
 * what was refused.
 */
public final class Permissions {
    private static final Set<String> SERVICES = Set.of("dynamodb", "s3", "kms", "ses", "states", "lambda");

    private final Map<String, List<Statement>> statements = new ConcurrentHashMap<>();
    private final Set<Grant> used = ConcurrentHashMap.newKeySet();
    private final Set<Grant> refused = ConcurrentHashMap.newKeySet();
    private final Map<String, Pattern> patterns = new ConcurrentHashMap<>();

    public Permissions(Template template) {
        for (LambdaFunction function : template.functions().values()) {
            statements.put(function.id(), function.statements());
        }
        for (StateMachine machine : template.stateMachines().values()) {
            statements.put(machine.id(), machine.statements());
        }
    }

    /**
     * One action on one resource that somebody is allowed.
     *
     * @param who the logical id of a function or workflow
     */
    public record Grant(String who, String action, String resource) {}

    /** Whether it is allowed, and if so, that it was made use of. */
    public boolean allows(String who, AwsCall call) {
        var allowed = false;
        for (var statement : statements.getOrDefault(who, List.of())) {
            allowed |= allows(who, statement, call);
        }
        if (!allowed) {
            refused.add(new Grant(who, call.action(), call.place()));
        }
        return allowed;
    }

    /** What was tried and is not allowed; an object by its bucket. */
    public Set<Grant> refused() {
        return Set.copyOf(refused);
    }

    /**
     * What is allowed and was never made use of: too much, or something that no test does. Services that the local run
     * has no part of, such as those that take logs, are left out.
     */
    public List<Grant> unused() {
        var unused = new ArrayList<Grant>();
        statements.forEach((who, its) -> its.forEach(statement -> grants(who, statement).stream()
                .filter(grant -> !used.contains(grant)
                        && SERVICES.contains(grant.action().replaceFirst(":.*", "")))
                .forEach(unused::add)));
        return unused;
    }

    private static List<Grant> grants(String who, Statement statement) {
        return statement.actions().stream()
                .flatMap(action -> statement.resources().stream().map(resource -> new Grant(who, action, resource)))
                .toList();
    }

    private boolean allows(String who, Statement statement, AwsCall call) {
        if (!statement.limits().stream().allMatch(limit -> holds(limit, call))) {
            return false;
        }
        var matching = grants(who, statement).stream()
                .filter(grant -> matches(
                        grant.action().toLowerCase(Locale.ROOT), call.action().toLowerCase(Locale.ROOT)))
                .filter(grant -> grant.resource().equals("*")
                        || call.resources().stream().anyMatch(resource -> matches(grant.resource(), resource)))
                .toList();
        used.addAll(matching);
        return !matching.isEmpty();
    }

    private boolean holds(Limit limit, AwsCall call) {
        var facts = call.facts().get(limit.key());
        if (facts == null) {
            // as in AWS: what is asked of all of none holds, what is asked of one does not
            return limit.operator().startsWith("ForAllValues:");
        }
        return facts.stream()
                .allMatch(fact -> limit.values().stream()
                        .anyMatch(value ->
                                limit.operator().endsWith("Like") ? matches(value, fact) : value.equals(fact)));
    }

    private boolean matches(String pattern, String text) {
        return patterns.computeIfAbsent(pattern, Permissions::compile)
                .matcher(text)
                .matches();
    }

    private static Pattern compile(String wildcards) {
        var quoted = Pattern.quote(wildcards).replace("*", "\\E.*\\Q").replace("?", "\\E.\\Q");
        return Pattern.compile(quoted, Pattern.DOTALL);
    }
}
