package dev.kept.local.template;

import java.util.List;

/**
 * A KMS key.
 *
 * @param id the logical id
 * @param keyId as the functions are told it
 * @param arn its ARN
 * @param spec such as {@code SYMMETRIC_DEFAULT}, {@code ECC_NIST_P256}, {@code HMAC_256}
 * @param usage such as {@code ENCRYPT_DECRYPT}, {@code SIGN_VERIFY}, {@code GENERATE_VERIFY_MAC}
 * @param aliases its further names, such as {@code alias/kept-signing}
 */
public record EncryptionKey(String id, String keyId, String arn, String spec, String usage, List<String> aliases) {
    public EncryptionKey {
        aliases = List.copyOf(aliases);
    }
}
