package dev.kept.local.function;

import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A function's settings, which tell which of them were read. */
final class NotedSettings extends AbstractMap<String, String> {
    private final Map<String, String> settings;
    private final Consumer<String> read;

    NotedSettings(Map<String, String> settings, Consumer<String> read) {
        this.settings = Map.copyOf(settings);
        this.read = read;
    }

    @Override
    public @Nullable String get(@Nullable Object name) {
        if (name instanceof String text) {
            read.accept(text);
        }
        return name == null ? null : settings.get(name);
    }

    @Override
    public Set<Entry<String, String>> entrySet() {
        return settings.entrySet();
    }
}
