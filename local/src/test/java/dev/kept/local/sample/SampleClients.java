package dev.kept.local.sample;

import dev.kept.Settings;
import dev.kept.Wiring;
import java.util.function.Supplier;

/** Takes from Wiring the clients that the sample's functions use and that no capability of Kept hands out bare. */
final class SampleClients {
    private SampleClients() {}

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    static <T> T client(Wiring wiring, String field) {
        try {
            var found = Wiring.class.getDeclaredField(field);
            found.setAccessible(true);
            return ((Supplier<T>) found.get(wiring)).get();
        } catch (ReflectiveOperationException changed) {
            throw new IllegalStateException("Wiring has no client " + field, changed);
        }
    }

    static Settings settings(Wiring wiring) {
        try {
            var found = Wiring.class.getDeclaredField("settings");
            found.setAccessible(true);
            return (Settings) found.get(wiring);
        } catch (ReflectiveOperationException changed) {
            throw new IllegalStateException("Wiring has no settings", changed);
        }
    }
}
