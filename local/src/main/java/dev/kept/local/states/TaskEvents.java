package dev.kept.local.states;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes down what happens to a task, in the events of its kind of resource. */
final class TaskEvents {
    private final Walk walk;
    private final Resource resource;

    TaskEvents(Walk walk, Resource resource) {
        this.walk = walk;
        this.resource = resource;
    }

    void scheduled(String arguments, @Nullable Integer timeout, @Nullable Integer heartbeat) {
        if (resource.plain()) {
            var details = History.text("input", arguments);
            details.putAll(Json.object("resource", resource.arn(), "timeoutInSeconds", timeout));
            walk.record("LambdaFunctionScheduled", details);
            return;
        }
        var details = Json.object("parameters", arguments, "region", region());
        details.putAll(Json.object("timeoutInSeconds", timeout, "heartbeatInSeconds", heartbeat));
        ofIntegration("TaskScheduled", details);
    }

    void started() {
        record("LambdaFunctionStarted", "TaskStarted", Map.of());
    }

    void submitted(String output) {
        ofIntegration("TaskSubmitted", History.text("output", output));
    }

    void succeeded(String output) {
        record("LambdaFunctionSucceeded", "TaskSucceeded", History.text("output", output));
    }

    void failed(StateFailed failed) {
        var error = failed.error().isEmpty() ? null : failed.error();
        record("LambdaFunctionFailed", "TaskFailed", Json.object("error", error, "cause", failed.causeText()));
    }

    void timedOut(StateFailed failed) {
        record("LambdaFunctionTimedOut", "TaskTimedOut", Json.object("error", failed.error()));
    }

    private void record(String ofFunction, String ofIntegration, Map<String, @Nullable Object> details) {
        if (resource.plain()) {
            walk.record(ofFunction, details);
        } else {
            ofIntegration(ofIntegration, details);
        }
    }

    private void ofIntegration(String type, Map<String, @Nullable Object> details) {
        var all = Json.object("resourceType", "lambda", "resource", resource.action());
        all.putAll(details);
        walk.record(type, all);
    }

    private String region() {
        // arn:aws:states:REGION:account:stateMachine:name
        var parts = walk.run().machine().arn().split(":", -1);
        return parts.length > 3 ? parts[3] : "";
    }
}
