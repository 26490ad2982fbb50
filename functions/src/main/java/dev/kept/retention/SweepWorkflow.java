package dev.kept.retention;

import dev.kept.http.Json;
import java.time.LocalDate;
import java.util.Map;
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
        try {
            client.startExecution(execution -> execution
                    .stateMachineArn(machine)
                    .name("sweep-" + day)
                    .input(Json.text(Map.of("day", day.toString()))));
        } catch (ExecutionAlreadyExistsException twice) {
            // the day's sweep has begun
        }
    }
}
