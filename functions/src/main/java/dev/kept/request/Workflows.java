package dev.kept.request;

import dev.kept.http.Json;
import dev.kept.policy.RequestKind;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.ExecutionAlreadyExistsException;

/** The workflows that carry requests out, one for each kind. */
public final class Workflows {
    private final SfnClient client;
    private final Map<RequestKind, String> machines;

    /**
     * @param machines the ARN of each kind's state machine
     */
    public Workflows(SfnClient client, Map<RequestKind, String> machines) {
        this.client = client;
        this.machines = Map.copyOf(machines);
    }

    /** Whether there is a workflow for that kind. */
    boolean carryOut(RequestKind kind) {
        return machines.containsKey(kind);
    }

    /** Starts the request's workflow. Its name is the request's id, so a second start is the first. */
    public void start(String requestId, RequestKind kind) {
        var machine = Optional.ofNullable(machines.get(kind))
                .orElseThrow(() -> new IllegalArgumentException("no workflow for " + kind));
        try {
            client.startExecution(start ->
                    start.stateMachineArn(machine).name(requestId).input(Json.text(Map.of("requestId", requestId))));
        } catch (ExecutionAlreadyExistsException started) {
            // it is on its way
        }
    }
}
