package dev.kept.local.states;

/** A workflow that was loaded without a fault. */
public final class StateMachine {
    private final String name;
    private final String arn;
    private final Definition definition;

    StateMachine(String name, String arn, Definition definition) {
        this.name = name;
        this.arn = arn;
        this.definition = definition;
    }

    public String name() {
        return name;
    }

    public String arn() {
        return arn;
    }

    /** The definition as JSON, its placeholders filled in. */
    public String definitionText() {
        return definition.text();
    }

    Definition definition() {
        return definition;
    }

    String executionArn(String executionName) {
        return arn.replace(":stateMachine:", ":execution:") + ":" + executionName;
    }
}
