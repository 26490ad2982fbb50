package dev.kept.clock;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What asking a person something does to the clock under one law, and how soon it has to be asked. */
record Suspension(Map<Doubt, Effect> effects, @Nullable Span askWithin, String source) {
    enum Effect {
        /** The days between the question and the answer are not counted. */
        SUSPENDS,
        /** The period begins only when the answer is there. */
        STARTS_LATER,
        /** The clock runs on. */
        NEVER
    }

    Suspension {
        effects = Map.copyOf(effects);
    }

    static Suspension never(String source) {
        return new Suspension(Map.of(), null, source);
    }

    Effect of(@Nullable Doubt doubt) {
        return doubt == null ? Effect.NEVER : effects.getOrDefault(doubt, Effect.NEVER);
    }

    static Suspension of(Tree tree) {
        var effects = new EnumMap<Doubt, Effect>(Doubt.class);
        for (var doubt : Doubt.values()) {
            effects.put(doubt, tree.choice(Effect.class, doubt.name().toLowerCase(Locale.ROOT)));
        }
        return new Suspension(
                effects, tree.has("askWithin") ? Span.named(tree.text("askWithin")) : null, tree.text("source"));
    }
}
