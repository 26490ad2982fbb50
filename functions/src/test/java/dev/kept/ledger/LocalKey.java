package dev.kept.ledger;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.GetPublicKeyRequest;
import software.amazon.awssdk.services.kms.model.GetPublicKeyResponse;
import software.amazon.awssdk.services.kms.model.MessageType;
import software.amazon.awssdk.services.kms.model.SignRequest;
import software.amazon.awssdk.services.kms.model.SignResponse;

/** A P-256 key pair that signs digests and shows its public key, as KMS does. */
final class LocalKey implements KmsClient {
    static final String ID = "signing-key";

    private final KeyPair pair;

    LocalKey() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            pair = generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public SignResponse sign(SignRequest call) {
        if (call.messageType() != MessageType.DIGEST || !call.keyId().equals(ID)) {
            throw new IllegalArgumentException("only digests, only with " + ID);
        }
        try {
            var signature = Signature.getInstance("NONEwithECDSA");
            signature.initSign(pair.getPrivate());
            signature.update(call.message().asByteArray());
            return SignResponse.builder()
                    .signature(SdkBytes.fromByteArray(signature.sign()))
                    .build();
        } catch (GeneralSecurityException unusable) {
            throw new IllegalStateException(unusable);
        }
    }

    @Override
    public GetPublicKeyResponse getPublicKey(GetPublicKeyRequest call) {
        return GetPublicKeyResponse.builder()
                .publicKey(SdkBytes.fromByteArray(pair.getPublic().getEncoded()))
                .build();
    }

    @Override
    public String serviceName() {
        return "kms";
    }

    @Override
    public void close() {}
}
