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

    /**
     * Starts the request's workflow, from its beginning where the request is resumed. Its name is the request's id, and how
     * often it was resumed, so a second start is the first.
     */
    public void start(Request request) {
        var id = request.id();
        request.resumed()
                .ifPresentOrElse(
                        run -> start(
                                request.kind(),
                                id + ".resumed." + run.times(),
                                Map.of("requestId", id, "resumed", run.times(), "round", run.round())),
                        () -> start(request.kind(), id, Map.of("requestId", id)));
    }

    /** Starts a request's workflow again for what a hold had kept back; a second start is the first. */
    public void resume(String requestId, RequestKind kind, String holdId) {
        start(kind, requestId + "." + holdId, Map.of("requestId", requestId, "released", holdId));
    }

    private void start(RequestKind kind, String name, Map<String, Object> input) {
        var machine = Optional.ofNullable(machines.get(kind))
                .orElseThrow(() -> new IllegalArgumentException("no workflow for " + kind));
        try {
            client.startExecution(
                    start -> start.stateMachineArn(machine).name(name).input(Json.text(input)));
        } catch (ExecutionAlreadyExistsException started) {
            // it is on its way
        }
    }
}
