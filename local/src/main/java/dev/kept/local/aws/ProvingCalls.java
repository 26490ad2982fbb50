package dev.kept.local.aws;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import software.amazon.awssdk.services.kms.model.KeyUsageType;

/** The calls of KMS that make and check codes and signatures. */
final class ProvingCalls {
    private static final int LARGEST_MESSAGE = 4096;
    private static final String MAC = "HMAC_SHA_256";
    private static final String SIGNING = "ECDSA_SHA_256";

    private final KeyRing keys;
    private final SecureRandom random;

    ProvingCalls(KeyRing keys, SecureRandom random) {
        this.keys = keys;
        this.random = random;
    }

    Map<String, Object> generateMac(Call call) {
        LocalKey key = usable(call, KeyUsageType.GENERATE_VERIFY_MAC);
        return Map.of("KeyId", key.arn(), "Mac", mac(key, call), "MacAlgorithm", MAC);
    }

    Map<String, Object> verifyMac(Call call) {
        LocalKey key = usable(call, KeyUsageType.GENERATE_VERIFY_MAC);
        if (!MessageDigest.isEqual(mac(key, call), call.bytes("Mac"))) {
            throw new AwsFault("KMSInvalidMacException", "The code is not the one of this message under this key.");
        }
        return Map.of("KeyId", key.arn(), "MacValid", true, "MacAlgorithm", MAC);
    }

    private static byte[] mac(LocalKey key, Call call) {
        require(call, "MacAlgorithm", MAC);
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key.secret());
            return mac.doFinal(call.bytes("Message", LARGEST_MESSAGE));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    Map<String, Object> sign(Call call) {
        LocalKey key = usable(call, KeyUsageType.SIGN_VERIFY);
        require(call, "SigningAlgorithm", SIGNING);
        byte[] message = call.bytes("Message", LARGEST_MESSAGE);
        boolean digest = "DIGEST".equals(call.find("MessageType"));
        if (digest && message.length != 32) {
            throw new AwsFault("ValidationException", "A digest for " + SIGNING + " has 32 bytes.");
        }
        try {
            Signature signature = Signature.getInstance(digest ? "NONEwithECDSA" : "SHA256withECDSA");
            signature.initSign(key.pair().secret(), random);
            signature.update(message);
            return Map.of("KeyId", key.arn(), "Signature", signature.sign(), "SigningAlgorithm", SIGNING);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    Map<String, Object> publicKey(Call call) {
        LocalKey key = usable(call, KeyUsageType.SIGN_VERIFY);
        return Map.of(
                "KeyId", key.arn(),
                "PublicKey", key.pair().open().getEncoded(),
                "KeySpec", key.spec().toString(),
                "KeyUsage", key.usage().toString(),
                "SigningAlgorithms", List.of(SIGNING));
    }

    private LocalKey usable(Call call, KeyUsageType usage) {
        return keys.find(call.text("KeyId")).usableFor(usage);
    }

    private static void require(Call call, String name, String only) {
        if (!only.equals(call.text(name))) {
            throw new AwsFault("InvalidKeyUsageException", "This key works with " + only + " only.");
        }
    }
}
