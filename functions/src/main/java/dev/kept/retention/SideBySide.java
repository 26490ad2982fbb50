package dev.kept.retention;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Does something with each of many, several at once: each waits for an answer of DynamoDB most of the time. */
final class SideBySide {
    /** A function that has 1 769 MB has one core; more than this only queue. */
    private static final int AT_ONCE = 16;

    private final ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE, task -> {
        var thread = new Thread(task, "side-by-side");
        thread.setDaemon(true);
        return thread;
    });

    /** Returns when all are done; the first that fails is thrown then. */
    <T> void each(List<T> all, Consumer<T> does) {
        var running = new ArrayList<Future<?>>();
        all.forEach(one -> running.add(threads.submit(() -> does.accept(one))));
        var failed = new ArrayList<RuntimeException>();
        for (var one : running) {
            try {
                one.get();
            } catch (ExecutionException thrown) {
                if (thrown.getCause() instanceof Error error) {
                    throw error;
                }
                failed.add(
                        thrown.getCause() instanceof RuntimeException cause
                                ? cause
                                : new IllegalStateException(thrown.getCause()));
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(stopped);
            }
        }
        if (!failed.isEmpty()) {
            throw failed.get(0);
        }
    }
}
