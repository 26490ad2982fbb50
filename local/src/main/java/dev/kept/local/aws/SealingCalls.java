package dev.kept.local.aws;

import java.security.SecureRandom;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.services.kms.model.KeyUsageType;

/** The calls of KMS that make, seal and open secrets. */
final class SealingCalls {
    private final KeyRing keys;
    private final SecureRandom random;

    SealingCalls(KeyRing keys, SecureRandom random) {
        this.keys = keys;
        this.random = random;
    }

    Map<String, Object> generateDataKey(Call call) {
        byte[] plain = random(dataKeySize(call));
        Map<String, Object> answer = sealed(plain, call);
        answer.put("Plaintext", plain);
        return answer;
    }

    Map<String, Object> generateDataKeyWithoutPlaintext(Call call) {
        return sealed(random(dataKeySize(call)), call);
    }

    private static int dataKeySize(Call call) {
        String spec = call.find("KeySpec");
        if ((spec != null) == call.has("NumberOfBytes")) {
            throw new AwsFault("ValidationException", "Give either KeySpec or NumberOfBytes.");
        }
        if (spec == null) {
            return call.number("NumberOfBytes", 1, 1024);
        }
        return switch (spec) {
            case "AES_256" -> 32;
            case "AES_128" -> 16;
            default -> throw new AwsFault("ValidationException", "KeySpec is AES_256 or AES_128.");
        };
    }

    Map<String, Object> generateRandom(Call call) {
        return Map.of("Plaintext", random(call.number("NumberOfBytes", 1, 1024)));
    }

    Map<String, Object> encrypt(Call call) {
        Map<String, Object> answer = sealed(call.bytes("Plaintext", 4096), call);
        answer.put("EncryptionAlgorithm", "SYMMETRIC_DEFAULT");
        return answer;
    }

    private Map<String, Object> sealed(byte[] plain, Call call) {
        LocalKey key = keys.find(call.text("KeyId")).usableFor(KeyUsageType.ENCRYPT_DECRYPT);
        SealedBlob blob = SealedBlob.seal(key, plain, call.texts("EncryptionContext"), random);
        Map<String, Object> answer = new HashMap<>();
        answer.put("KeyId", key.arn());
        answer.put("CiphertextBlob", blob.bytes());
        return answer;
    }

    Map<String, Object> decrypt(Call call) {
        SealedBlob blob = SealedBlob.read(call.bytes("CiphertextBlob"));
        LocalKey key = keys.named(blob.keyId()).orElseThrow(SealedBlob::unreadable);
        if (call.has("KeyId") && !keys.find(call.text("KeyId")).keyId().equals(key.keyId())) {
            throw new AwsFault("IncorrectKeyException", "The ciphertext was sealed with another key.");
        }
        byte[] plain = blob.open(key.usableFor(KeyUsageType.ENCRYPT_DECRYPT), call.texts("EncryptionContext"));
        return Map.of("KeyId", key.arn(), "Plaintext", plain, "EncryptionAlgorithm", "SYMMETRIC_DEFAULT");
    }

    private byte[] random(int size) {
        byte[] bytes = new byte[size];
        random.nextBytes(bytes);
        return bytes;
    }
}
