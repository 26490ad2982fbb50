package dev.kept.scenario;

import dev.kept.local.states.FunctionCall;
import dev.kept.local.states.FunctionFailed;
import dev.kept.local.states.Interference;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Mishaps that scenarios arrange for one request: a step's function fails so many times, or its work is lost. */
final class Mishaps implements Interference {
    private final Map<String, AtomicInteger> failures = new ConcurrentHashMap<>();
    private volatile String error = "";

    /** The next calls of that state for that request fail with this error before they are made. */
    void fail(String requestId, String state, int times, String errorType) {
        error = errorType;
        failures.put(requestId + " " + state, new AtomicInteger(times));
    }

    @Override
    public int before(FunctionCall call) throws FunctionFailed {
        var execution = call.executionArn();
        var left = failures.get(execution.substring(execution.lastIndexOf(':') + 1) + " " + call.state());
        if (left != null && left.getAndDecrement() > 0) {
            throw new FunctionFailed(error, "arranged by the scenario");
        }
        return 1;
    }
}
