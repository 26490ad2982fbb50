package dev.kept.scenario;

import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Mishaps that one scenario arranges on a stack on LocalStack. */
final class StackMishaps implements Mishaps {
    private final StackEndpoint endpoint;
    private final Queue<String> arranged = new ConcurrentLinkedQueue<>();

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

    @Override
    public List<String> unmet() {
        var left = arranged.stream().flatMap(id -> endpoint.cancel(id).stream()).toList();
        arranged.clear();
        return left;
    }

    private void arrange(String kind, String name, int times, List<String> about, String error) {
        arranged.add(
                endpoint.arrange(Map.of("kind", kind, "name", name, "times", times, "about", about, "error", error)));
    }
}
