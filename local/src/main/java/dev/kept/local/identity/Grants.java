package dev.kept.local.identity;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The codes that were given out and not yet exchanged: each works once, for a minute. */
final class Grants {
    private static final Duration LIFE = Duration.ofSeconds(60);

    private final Map<String, Grant> open = new ConcurrentHashMap<>();
    private final SecureRandom random = new SecureRandom();
    private final Clock clock;

    Grants(Clock clock) {
        this.clock = clock;
    }

    String add(Staff staff, String redirect, String challenge, String nonce) {
        open.values().removeIf(grant -> !clock.instant().isBefore(grant.expires()));
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        String code = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        open.put(
                code,
                new Grant(staff, redirect, challenge, nonce, clock.instant().plus(LIFE)));
        return code;
    }

    /** Takes it away whatever it is shown with: a second try never succeeds. */
    Optional<Grant> take(String code, String redirect, String verifier) {
        return Optional.ofNullable(open.remove(code)).filter(grant -> grant.isFor(redirect, verifier, clock.instant()));
    }
}
