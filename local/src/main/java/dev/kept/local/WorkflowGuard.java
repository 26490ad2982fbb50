package dev.kept.local;

import dev.kept.local.function.AwsCall;
import dev.kept.local.function.Permissions;
import dev.kept.local.states.FunctionCall;
import dev.kept.local.states.FunctionFailed;
import dev.kept.local.states.Interference;
import dev.kept.local.template.StateMachine;
import dev.kept.local.template.Template;
import java.util.List;
import java.util.Map;

/** Refuses a workflow's call to a function that the template does not allow it. */
final class WorkflowGuard implements Interference {
    private final Template template;
    private final Permissions permissions;
    private final Interference next;

    WorkflowGuard(Template template, Permissions permissions, Interference next) {
        this.template = template;
        this.permissions = permissions;
        this.next = next;
    }

    @Override
    public int before(FunctionCall call) throws FunctionFailed {
        var name = call.executionArn().split(":", -1)[6];
        var machine = template.stateMachines().values().stream()
                .filter(found -> found.name().equals(name))
                .findFirst()
                .map(StateMachine::id)
                .orElse(name);
        var invoke = new AwsCall("lambda:InvokeFunction", List.of(call.functionArn()), Map.of());
        if (!permissions.allows(machine, invoke)) {
            throw new FunctionFailed(
                    "Lambda.AWSLambdaException",
                    machine + " is not authorized to perform lambda:InvokeFunction on " + call.functionArn()
                            + ": add it to the workflow's Policies in template.yaml");
        }
        return next.before(call);
    }

    @Override
    public boolean after(FunctionCall call) throws FunctionFailed {
        return next.after(call);
    }
}
