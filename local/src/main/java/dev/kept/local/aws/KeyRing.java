package dev.kept.local.aws;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.spec.SecretKeySpec;
import software.amazon.awssdk.services.kms.model.KeySpec;
import software.amazon.awssdk.services.kms.model.KeyUsageType;

/** The keys of the local KMS, found by id, ARN, alias or alias ARN. */
final class KeyRing {
    private final Map<String, LocalKey> keys = new ConcurrentHashMap<>();
    private final Map<String, String> aliases = new ConcurrentHashMap<>();
    private final Clock clock;
    private final long seed;

    KeyRing(Clock clock, long seed) {
        this.clock = clock;
        this.seed = seed;
    }

    LocalKey create(String keyId, String alias, KeySpec spec, KeyUsageType usage) {
        LocalKey key = new LocalKey(keyId, spec, usage, clock.instant(), material(keyId, spec), true);
        if (keys.putIfAbsent(keyId, key) != null) {
            throw new IllegalArgumentException("there is a key " + keyId + " already");
        }
        aliases.put(alias, keyId);
        return key;
    }

    void enable(String keyId, boolean now) {
        keys.computeIfPresent(find(keyId).keyId(), (id, key) -> key.enabled(now));
    }

    LocalKey find(String name) {
        return named(name).orElseThrow(() -> new AwsFault("NotFoundException", "There is no key " + name + "."));
    }

    Optional<LocalKey> named(String name) {
        String resource = name.startsWith("arn:") ? name.substring(name.lastIndexOf(':') + 1) : name;
        String keyId = resource.startsWith("key/") ? resource.substring("key/".length()) : resource;
        return Optional.ofNullable(keys.get(aliases.getOrDefault(keyId, keyId)));
    }

    private LocalKey.Material material(String keyId, KeySpec spec) {
        SecureRandom random = SeededRandom.of(seed, keyId);
        return switch (spec) {
            case SYMMETRIC_DEFAULT -> new LocalKey.Secret(new SecretKeySpec(bytes(random), "AES"));
            case HMAC_256 -> new LocalKey.Secret(new SecretKeySpec(bytes(random), "HmacSHA256"));
            case ECC_NIST_P256 -> pair(random);
            default -> throw new IllegalArgumentException(spec + " keys are not part of the local run");
        };
    }

    private static byte[] bytes(SecureRandom random) {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return bytes;
    }

    private static LocalKey.Pair pair(SecureRandom random) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"), random);
            KeyPair pair = generator.generateKeyPair();
            return new LocalKey.Pair(pair.getPrivate(), pair.getPublic());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
