package dev.kept.local.template;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads policies: only statements that are written out, since only those say exactly what is allowed. */
final class Statements {
    private static final Set<String> OPERATORS = Set.of(
            "StringEquals",
            "StringLike",
            "ForAllValues:StringEquals",
            "ForAllValues:StringLike",
            "ForAnyValue:StringEquals",
            "ForAnyValue:StringLike",
            "ArnLike",
            "ArnEquals");

    private Statements() {}

    static List<Statement> read(Part owner, String name) {
        var statements = new ArrayList<Statement>();
        for (var policy : owner.parts(name)) {
            policy.without("Version");
            if (policy.has("Statement")) {
                policy.parts("Statement").forEach(part -> statements.add(statement(part)));
                policy.end();
            } else {
                policy.tree()
                        .keySet()
                        .forEach(template -> policy.fault(template, "is not supported: write its Statement out"));
            }
        }
        return statements;
    }

    /** The statements of an {@code AWS::IAM::Role}. */
    static List<Statement> ofRole(Part role) {
        role.without("AssumeRolePolicyDocument", "Description", "Tags", "Path", "RoleName", "MaxSessionDuration");
        var statements = new ArrayList<Statement>();
        for (var policy : role.parts("Policies")) {
            var document = policy.without("PolicyName").partOrEmpty("PolicyDocument");
            document.without("Version");
            document.parts("Statement").forEach(part -> statements.add(statement(part)));
            document.end();
            policy.end();
        }
        role.end();
        return statements;
    }

    private static Statement statement(Part part) {
        part.without("Sid");
        part.only("Effect", "Allow");
        var actions = part.texts("Action");
        var resources = part.texts("Resource");
        if (actions.isEmpty() || resources.isEmpty()) {
            part.fault("Action", "a statement names at least one Action and one Resource");
        }
        var limits = limits(part.partOrEmpty("Condition"));
        part.end();
        return new Statement(actions, resources, limits);
    }

    private static List<Statement.Limit> limits(Part condition) {
        var limits = new ArrayList<Statement.Limit>();
        condition.each().forEach((operator, keys) -> {
            if (!OPERATORS.contains(operator)) {
                condition.fault(operator, "is not supported by the local run: use StringEquals or StringLike");
            }
            keys.tree().keySet().forEach(key -> limits.add(new Statement.Limit(operator, key, keys.texts(key))));
        });
        return limits;
    }
}
