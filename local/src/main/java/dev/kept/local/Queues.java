package dev.kept.local;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The queues of the template; on one machine only the ones for dead letters are written to. */
public final class Queues {
    private final List<Message> messages = new CopyOnWriteArrayList<>();

    /**
     * What lies in a queue.
     *
     * @param queueArn the queue
     * @param body as JSON
     * @param sent when it came there
     */
    public record Message(String queueArn, String body, Instant sent) {}

    void add(Message message) {
        messages.add(message);
    }

    public List<Message> all() {
        return List.copyOf(messages);
    }
}
