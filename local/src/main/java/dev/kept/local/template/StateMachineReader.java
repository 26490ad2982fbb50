package dev.kept.local.template;

/** Reads {@code AWS::Serverless::StateMachine}. */
final class StateMachineReader {
    private final Names names;

    StateMachineReader(Names names) {
        this.names = names;
    }

    StateMachine read(String id, Part part) {
        part.without("Name", "Logging", "Tracing", "Tags", "PropagateTags", "PermissionsBoundary");
        part.only("Type", "STANDARD");
        var machine = new StateMachine(
                id,
                names.reference(id).orElse(""),
                names.attribute(id, "Name").orElse(id),
                part.text("DefinitionUri"),
                part.partOrEmpty("DefinitionSubstitutions").texts(),
                part.find("Role"),
                Statements.read(part, "Policies"));
        part.end();
        return machine;
    }
}
