package dev.kept.ledger;

import java.util.random.RandomGenerator;

/** Waits a random moment after a lost race, longer after each, so that those who lost do not meet again. */
final class Backoff {
    private static final int FIRST_MILLISECONDS = 10;
    private static final int LONGEST_MILLISECONDS = 320;

    private final RandomGenerator random;

    Backoff(RandomGenerator random) {
        this.random = random;
    }

    void afterLoss(int losses) {
        try {
            Thread.sleep(random.nextInt(longest(losses)) + 1L);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new LedgerBusy(losses);
        }
    }

    static int longest(int losses) {
        return Math.min(LONGEST_MILLISECONDS, FIRST_MILLISECONDS << Math.min(losses - 1, 10));
    }
}
