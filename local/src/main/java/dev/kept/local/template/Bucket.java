package dev.kept.local.template;

import java.util.List;
import java.util.Optional;

/**
 * An S3 bucket.
 *
 * @param id the logical id
 * @param name as the functions are told it
 * @param expirations when objects go by themselves
 * @param versioned whether it keeps what is overwritten
 * @param encryptionKey the key that it encrypts with unless told otherwise, as an ARN or id
 */
public record Bucket(
        String id, String name, List<Expiration> expirations, boolean versioned, Optional<String> encryptionKey) {
    /**
     * A lifecycle rule.
     *
     * @param prefix of the keys that it is for
     * @param days after which an object goes, 0 for never
     * @param supersededDays after which a version that was overwritten or deleted goes, 0 for never
     */
    public record Expiration(String prefix, int days, int supersededDays) {}
}
