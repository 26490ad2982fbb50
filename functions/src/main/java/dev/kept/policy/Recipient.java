package dev.kept.policy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody outside who is given personal data, by actual identity and not by kind (CJEU C-154/21).
 *
 * @param safeguard what protects data sent outside the EEA (GDPR art. 46); absent where none are
 * @param notified who tells it of a correction, an erasure or a restriction (GDPR art. 19)
 * @param contact where corrections and erasures are passed on to (GDPR art. 19)
 */
public record Recipient(
        String id,
        String name,
        Text role,
        List<String> countries,
        @Nullable Text safeguard,
        Notified notified,
        @Nullable String contact,
        List<String> categories,
        List<String> promises) {}
