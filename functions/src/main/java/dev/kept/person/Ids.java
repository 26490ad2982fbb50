package dev.kept.person;

import java.util.Base64;
import java.util.random.RandomGenerator;

/** Ids and tokens of 128 random bits, written in 22 characters that are safe in addresses. */
public final class Ids {
    private static final int BYTES = 16;

    private final RandomGenerator random;

    public Ids(RandomGenerator random) {
        this.random = random;
    }

    public String next() {
        var bits = new byte[BYTES];
        random.nextBytes(bits);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bits);
    }
}
