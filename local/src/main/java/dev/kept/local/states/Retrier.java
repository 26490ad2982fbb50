package dev.kept.local.states;

import java.time.Duration;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** When and how often a failed state is tried again. */
record Retrier(
        ErrorNames errors,
        int intervalSeconds,
        int maxAttempts,
        double backoffRate,
        @Nullable Integer maxDelaySeconds,
        boolean jitter) {
    private static final int MOST = 99_999_999;
    private static final int LONGEST_DELAY = 31_622_400;

    static Retrier read(Fields fields, boolean last) {
        var errors = ErrorNames.read(fields, last);
        var interval = fields.whole("IntervalSeconds", 1, MOST);
        var attempts = fields.whole("MaxAttempts", 0, MOST);
        var longest = fields.whole("MaxDelaySeconds", 1, LONGEST_DELAY - 1);
        if (longest != null && longest <= (interval == null ? 1 : interval)) {
            fields.fault("MaxDelaySeconds", "must be greater than IntervalSeconds.");
        }
        var retrier = new Retrier(
                errors,
                interval == null ? 1 : interval,
                attempts == null ? 3 : attempts,
                backoffRate(fields),
                longest,
                jitter(fields));
        fields.value("Comment");
        fields.refuseOthers("a retrier");
        return retrier;
    }

    /** How long to wait after so many tries by this retrier. */
    Duration delay(int triesBefore, Random random) {
        double seconds = Math.min(intervalSeconds * Math.pow(backoffRate, triesBefore), LONGEST_DELAY);
        if (maxDelaySeconds != null) {
            seconds = Math.min(seconds, maxDelaySeconds);
        }
        return Duration.ofMillis(Math.round(1000 * (jitter ? seconds * random.nextDouble() : seconds)));
    }

    private static double backoffRate(Fields fields) {
        if (!fields.has("BackoffRate")) {
            return 2;
        }
        if (fields.value("BackoffRate") instanceof Number rate
                && rate.doubleValue() >= 1
                && rate.doubleValue() <= MOST) {
            return rate.doubleValue();
        }
        fields.fault("BackoffRate", "must be a number of at least 1.");
        return 2;
    }

    private static boolean jitter(Fields fields) {
        var strategy = fields.text("JitterStrategy");
        if (strategy != null && !strategy.equals("FULL") && !strategy.equals("NONE")) {
            fields.fault("JitterStrategy", "must be FULL or NONE.");
        }
        return "FULL".equals(strategy);
    }
}
