package dev.kept.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Somebody outside who is given data; {@code safeguard} where data leave the EEA. */
public record RecipientItem(
        String name,
        String role,
        List<String> countries,
        @Nullable String safeguard,
        List<String> categories) {}
