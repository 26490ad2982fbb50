package dev.kept.scenario;

import java.util.List;
import java.util.Map;

/** Mishaps of a stack on LocalStack. */
final class StackMishaps implements Mishaps {
    private final StackEndpoint endpoint;

    StackMishaps(StackEndpoint endpoint) {
        this.endpoint = endpoint;
    }

    @Override
    public void fail(String requestId, String state, int times, String errorType) {
        // a function is called like its state
        arrange("fail", state.replace(" ", "") + "Function", times, List.of(requestId), errorType);
    }

    @Override
    public void refuse(String operation, int times, String... about) {
        arrange("refuse", operation, times, List.of(about), "");
    }

    @Override
    public void loseAnswer(String operation, String... about) {
        arrange("lose-answer", operation, 1, List.of(about), "");
    }

    @Override
    public void dieAfter(String operation, String... about) {
        arrange("die-after", operation, 1, List.of(about), "");
    }

    private void arrange(String kind, String name, int times, List<String> about, String error) {
        endpoint.arrange(Map.of("kind", kind, "name", name, "times", times, "about", about, "error", error));
    }
}
