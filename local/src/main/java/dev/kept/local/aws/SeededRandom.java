package dev.kept.local.aws;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;

/** The same bytes for the same seed, so that a run repeats: for the local run only, where nothing is secret. */
final class SeededRandom {
    private SeededRandom() {}

    static SecureRandom of(long seed, String purpose) {
        try {
            SecureRandom random = SecureRandom.getInstance("SHA1PRNG");
            random.setSeed((seed + "/" + purpose).getBytes(StandardCharsets.UTF_8));
            return random;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
