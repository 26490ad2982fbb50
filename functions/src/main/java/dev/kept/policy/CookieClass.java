package dev.kept.policy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A class of cookies and like techniques: what for, for how long, and behind which consent.
 *
 * @param consent the consent that it waits for; absent where the pages cannot work without it
 */
public record CookieClass(
        String name,
        Text title,
        Text purpose,
        Text lifetime,
        @Nullable String consent,
        List<String> promises) {}
