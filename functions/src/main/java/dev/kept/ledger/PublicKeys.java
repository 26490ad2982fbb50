package dev.kept.ledger;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.ECPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.kms.KmsClient;

/** The public keys that verify what Kept signs: the one in use and those that were. */
public final class PublicKeys {
    private final KmsClient kms;
    private final String keyId;
    private final Optional<String> retired;
    private volatile @Nullable ECKey current;

    /**
     * Reads from KMS when first asked.
     *
     * @param retired a JWK set of the keys in use before, so that what they signed stays verifiable
     */
    public PublicKeys(KmsClient kms, String keyId, Optional<String> retired) {
        this.kms = kms;
        this.keyId = keyId;
        this.retired = retired;
    }

    /** The key in use; its id is its RFC 7638 thumbprint, so that nobody has to hand ids out. */
    ECKey current() {
        var key = current;
        if (key == null) {
            key = read(kms.getPublicKey(call -> call.keyId(keyId)).publicKey().asByteArray());
            current = key;
        }
        return key;
    }

    /** All of them, the one in use first. */
    public JWKSet all() {
        var keys = new ArrayList<JWK>();
        keys.add(current());
        try {
            if (retired.isPresent()) {
                keys.addAll(JWKSet.parse(retired.get()).toPublicJWKSet().getKeys());
            }
        } catch (ParseException malformed) {
            throw new IllegalStateException("RETIRED_KEYS has to be a JWK set, as /.well-known/jwks.json showed it");
        }
        return new JWKSet(keys);
    }

    static ECKey read(byte[] encoded) {
        try {
            var key = KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(encoded));
            return new ECKey.Builder(Curve.P_256, (ECPublicKey) key)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.ES256)
                    .keyIDFromThumbprint()
                    .build();
        } catch (GeneralSecurityException | JOSEException unusable) {
            throw new IllegalStateException("SIGNING_KEY_ID has to name a key on the curve P-256", unusable);
        }
    }
}
