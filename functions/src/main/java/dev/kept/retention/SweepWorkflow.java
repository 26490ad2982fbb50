package dev.kept.retention;

import dev.kept.http.Json;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.ExecutionAlreadyExistsException;

/** The workflow that sweeps a day. It is named after the day, so that a second start is the first. */
public final class SweepWorkflow {
    private final SfnClient client;
    private final String machine;

    /**
     * @param machine its ARN
     */
    public SweepWorkflow(SfnClient client, String machine) {
        this.client = client;
        this.machine = machine;
    }

    void start(LocalDate day) {
        start(day, "sweep-" + day);
    }

    /** Sweeps a day once more, for what was approved; the same approval twice starts it once. */
    void startAgain(LocalDate day, String category, int count) {
        var approval = UUID.nameUUIDFromBytes((category + " " + count).getBytes(StandardCharsets.UTF_8));
        start(day, "sweep-" + day + "." + approval);
    }

    private void start(LocalDate day, String name) {
        try {
            client.startExecution(execution ->
                    execution.stateMachineArn(machine).name(name).input(Json.text(Map.of("day", day.toString()))));
        } catch (ExecutionAlreadyExistsException twice) {
            // it has begun
        }
    }
}
