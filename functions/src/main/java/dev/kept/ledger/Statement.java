package dev.kept.ledger;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.util.Base64URL;
import dev.kept.http.Json;
import java.text.ParseException;
import java.util.Map;

/**
 * A signed statement whose signature was verified.
 *
 * @param payload what it says
 * @param keyId the key that signed it
 * @param hash the SHA-256 of the whole text, by which the ledger knows a receipt
 */
record Statement(Map<String, Object> payload, String keyId, String hash) {
    /**
     * Verifies a statement in JWS compact serialization.
     *
     * @param type the kind of statement that is expected
     * @throws NotGenuine when it is not one that these keys signed, unchanged
     */
    static Statement verify(String signed, String type, JWKSet keys) {
        var compact = parse(signed);
        var header = compact.getHeader();
        if (!JWSAlgorithm.ES256.equals(header.getAlgorithm())) {
            throw new NotGenuine("is not signed with ES256");
        }
        if (header.getType() == null || !header.getType().getType().equals(type)) {
            throw new NotGenuine("is not of the type " + type);
        }
        if (header.getKeyID() == null || !(keys.getKeyByKeyId(header.getKeyID()) instanceof ECKey key)) {
            throw new NotGenuine("is signed with a key that is not in the key set");
        }
        if (!isSignedBy(key, compact)) {
            throw new NotGenuine("was changed, or its key never signed it");
        }
        try {
            var payload = Json.object(compact.getPayload().toString());
            return new Statement(payload, header.getKeyID(), Hash.of(signed));
        } catch (Json.NotJson unreadable) {
            throw new NotGenuine("does not hold a JSON object");
        }
    }

    private static JWSObject parse(String signed) {
        for (var part : signed.split("\\.", -1)) {
            // base64url has spare bits at its end: only the one encoding that a signer writes is taken
            if (!Base64URL.encode(new Base64URL(part).decode()).toString().equals(part)) {
                throw new NotGenuine("is not a JWS in compact serialization");
            }
        }
        try {
            return JWSObject.parse(signed);
        } catch (ParseException malformed) {
            throw new NotGenuine("is not a JWS in compact serialization");
        }
    }

    private static boolean isSignedBy(ECKey key, JWSObject compact) {
        try {
            return compact.verify(new ECDSAVerifier(key));
        } catch (JOSEException unusable) {
            throw new NotGenuine("is signed with a key that cannot verify ES256");
        }
    }
}
