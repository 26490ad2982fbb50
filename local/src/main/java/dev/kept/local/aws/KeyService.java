package dev.kept.local.aws;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.kms.model.KeySpec;
import software.amazon.awssdk.services.kms.model.KeyUsageType;

/**
 * The calls of KMS that Kept makes, with real cryptography over keys that follow from a seed.
 *
 * <p>For the local run only: whoever knows the seed knows every key.
 */
public final class KeyService implements AwsService {
    private final KeyRing keys;
    private final SealingCalls sealing;
    private final ProvingCalls proving;

    public KeyService(Clock clock, long seed) {
        SecureRandom random = SeededRandom.of(seed, "random");
        keys = new KeyRing(clock, seed);
        sealing = new SealingCalls(keys, random);
        proving = new ProvingCalls(keys, random);
    }

    /** Makes a key under an id and an alias ({@code alias/…}) and gives its ARN. */
    public String create(String keyId, String alias, KeySpec spec, KeyUsageType usage) {
        return keys.create(keyId, alias, spec, usage).arn();
    }

    public void enable(String keyId) {
        keys.enable(keyId, true);
    }

    public void disable(String keyId) {
        keys.enable(keyId, false);
    }

    @Override
    public Map<String, Operation> operations() {
        return Map.of(
                "TrentService.GenerateDataKey", sealing::generateDataKey,
                "TrentService.GenerateDataKeyWithoutPlaintext", sealing::generateDataKeyWithoutPlaintext,
                "TrentService.GenerateRandom", sealing::generateRandom,
                "TrentService.Encrypt", sealing::encrypt,
                "TrentService.Decrypt", sealing::decrypt,
                "TrentService.GenerateMac", proving::generateMac,
                "TrentService.VerifyMac", proving::verifyMac,
                "TrentService.Sign", proving::sign,
                "TrentService.GetPublicKey", proving::publicKey,
                "TrentService.DescribeKey", this::describe);
    }

    private Map<String, Object> describe(Call call) {
        LocalKey key = keys.find(call.text("KeyId"));
        Map<String, Object> metadata = new HashMap<>();
        metadata.put("AWSAccountId", LocalCredentials.ACCOUNT);
        metadata.put("KeyId", key.keyId());
        metadata.put("Arn", key.arn());
        metadata.put("CreationDate", key.created().toEpochMilli() / 1000.0);
        metadata.put("Enabled", key.enabled());
        metadata.put("KeyState", key.enabled() ? "Enabled" : "Disabled");
        metadata.put("KeySpec", key.spec().toString());
        metadata.put("KeyUsage", key.usage().toString());
        metadata.put("KeyManager", "CUSTOMER");
        metadata.put("Origin", "AWS_KMS");
        metadata.put("MultiRegion", false);
        return Map.of("KeyMetadata", metadata);
    }
}
