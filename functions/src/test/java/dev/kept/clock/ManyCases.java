package dev.kept.clock;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/** Tries a property on many cases drawn from one seed, and names the seed when it does not hold. */
final class ManyCases {
    static final List<ZoneId> ZONES = List.of(
            ZoneId.of("Europe/Paris"),
            ZoneId.of("Europe/London"),
            ZoneId.of("America/Los_Angeles"),
            ZoneId.of("Asia/Kathmandu"),
            ZoneId.of("Australia/Lord_Howe"),
            ZoneId.of("America/Santiago"),
            ZoneId.of("UTC"));
    private static final Instant FIRST = Instant.parse("2024-01-01T00:00:00Z");
    private static final long SECONDS = 16L * 365 * 86_400;

    private ManyCases() {}

    static void of(int count, Consumer<Random> property) {
        var seed = Long.getLong("kept.seed", new Random().nextLong());
        var random = new Random(seed);
        for (var i = 0; i < count; i++) {
            try {
                property.accept(random);
            } catch (AssertionError | RuntimeException broken) {
                throw new AssertionError("Case " + i + " does not hold; repeat it with -Dkept.seed=" + seed, broken);
            }
        }
    }

    static Instant instant(Random random) {
        return FIRST.plusSeconds(random.nextLong(SECONDS)).plusNanos(random.nextInt(1_000_000_000));
    }

    static <T> T any(Random random, List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
