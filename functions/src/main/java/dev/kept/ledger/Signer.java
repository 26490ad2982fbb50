package dev.kept.ledger;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.impl.ECDSA;
import com.nimbusds.jose.util.Base64URL;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.MessageType;
import software.amazon.awssdk.services.kms.model.SigningAlgorithmSpec;

/** Signs statements with the key that never leaves KMS: JWS compact serialization, ES256 (RFC 7515, RFC 7518 3.4). */
public final class Signer {
    private static final int SIGNATURE_BYTES = 64;

    private final KmsClient kms;
    private final String keyId;
    private final PublicKeys keys;

    public Signer(KmsClient kms, String keyId, PublicKeys keys) {
        this.kms = kms;
        this.keyId = keyId;
        this.keys = keys;
    }

    /**
     * Signs the canonical text of a statement.
     *
     * @param type what kind of statement it is, so that none passes for one of another kind
     */
    String sign(String type, Map<String, Object> statement) {
        var header = new JWSHeader.Builder(JWSAlgorithm.ES256)
                .type(new JOSEObjectType(type))
                .keyID(keys.current().getKeyID())
                .build();
        var unsigned = new JWSObject(header, new Payload(Canonical.json(statement)));
        return new String(unsigned.getSigningInput(), StandardCharsets.US_ASCII)
                + "."
                + signature(unsigned.getSigningInput());
    }

    /** The digest is made here, since KMS takes no message longer than 4096 bytes. */
    private Base64URL signature(byte[] input) {
        var der = kms.sign(call -> call.keyId(keyId)
                        .message(SdkBytes.fromByteArray(Hash.bytes(input)))
                        .messageType(MessageType.DIGEST)
                        .signingAlgorithm(SigningAlgorithmSpec.ECDSA_SHA_256))
                .signature()
                .asByteArray();
        try {
            return Base64URL.encode(ECDSA.transcodeSignatureToConcat(der, SIGNATURE_BYTES));
        } catch (JOSEException malformed) {
            throw new IllegalStateException("KMS gave no ECDSA signature", malformed);
        }
    }
}
