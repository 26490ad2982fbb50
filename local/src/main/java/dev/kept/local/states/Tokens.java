package dev.kept.local.states;

import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;

/** The task tokens that were given out, as long as their executions are known; a used one is kept as used. */
final class Tokens {
    private static final String PREFIX = "AQCEAAAAKgAAAAMAAAAA";
    private static final int RANDOM_BYTES = 96;
    private static final Pattern FORM = Pattern.compile(PREFIX + "[A-Za-z0-9+/]{128}");

    private final Random random;
    private final Map<String, Optional<Attempt>> attempts = new HashMap<>();

    Tokens(Random random) {
        this.random = random;
    }

    /** With + and / in it, as the service's are, so that a link that does not encode them breaks here too. */
    String issue(Attempt attempt) {
        var bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        var token = PREFIX + Base64.getEncoder().encodeToString(bytes);
        attempts.put(token, Optional.of(attempt));
        return token;
    }

    Attempt find(String token) {
        var attempt = attempts.get(token);
        if (attempt == null) {
            throw FORM.matcher(token).matches() ? new TaskDoesNotExist() : new InvalidToken();
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
