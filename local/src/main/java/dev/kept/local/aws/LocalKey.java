package dev.kept.local.aws;

import java.security.PrivateKey;
import java.security.PublicKey;
import java.time.Instant;
import javax.crypto.SecretKey;
import software.amazon.awssdk.services.kms.model.KeySpec;
import software.amazon.awssdk.services.kms.model.KeyUsageType;

/** One key of the local KMS and what it may be used for. */
record LocalKey(String keyId, KeySpec spec, KeyUsageType usage, Instant created, Material material, boolean enabled) {
    /** What the key itself is made of. */
    sealed interface Material permits Secret, Pair {}

    record Secret(SecretKey key) implements Material {}

    record Pair(PrivateKey secret, PublicKey open) implements Material {}

    String arn() {
        return LocalCredentials.arn("kms", "key/" + keyId);
    }

    LocalKey enabled(boolean now) {
        return new LocalKey(keyId, spec, usage, created, material, now);
    }

    SecretKey secret() {
        if (material instanceof Secret secret) {
            return secret.key();
        }
        throw unusable();
    }

    Pair pair() {
        if (material instanceof Pair pair) {
            return pair;
        }
        throw unusable();
    }

    LocalKey usableFor(KeyUsageType wanted) {
        if (!enabled) {
            throw new AwsFault("DisabledException", arn() + " is disabled.");
        }
        if (usage != wanted) {
            throw unusable();
        }
        return this;
    }

    private AwsFault unusable() {
        return new AwsFault(
                "InvalidKeyUsageException",
                arn() + " key usage is " + usage + " which is not valid for this operation.");
    }
}
