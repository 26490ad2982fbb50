package dev.kept.person;

import java.util.random.RandomGenerator;

/**
 * Ids and tokens: 28 small letters at random, which is more than 131 bits. Letters alone can be read out, need no care
 * in an address, and are never taken for a number of a person's.
 */
public final class Ids {
    private static final int LETTERS = 28;

    private final RandomGenerator random;

    public Ids(RandomGenerator random) {
        this.random = random;
    }

    public String next() {
        var letters = new char[LETTERS];
        for (var i = 0; i < LETTERS; i++) {
            letters[i] = (char) ('a' + random.nextInt(26));
        }
        return new String(letters);
    }
}
