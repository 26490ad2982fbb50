package dev.kept.local.states;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** The task tokens that were given out, as long as their executions are known; a used one is kept as used. */
final class Tokens {
    private final Random random;
    private final Map<String, Optional<Attempt>> attempts = new HashMap<>();

    Tokens(Random random) {
        this.random = random;
    }

    String issue(String machineArn, Attempt attempt) {
        var token = TaskToken.of(machineArn, random);
        attempts.put(token, Optional.of(attempt));
        return token;
    }

    Attempt find(String token) {
        var attempt = attempts.get(token);
        if (attempt == null) {
            throw TaskToken.isFormed(token) ? new TaskDoesNotExist() : new InvalidToken();
        }
        return attempt.orElseThrow(TaskTimedOut::new);
    }

    void close(String token) {
        attempts.replace(token, Optional.empty());
    }

    void forget(String token) {
        attempts.remove(token);
    }
}
