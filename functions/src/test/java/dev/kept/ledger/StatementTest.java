package dev.kept.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.util.Base64URL;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StatementTest {
    private static final String TYPE = "test+jws";

    private final LocalKey kms = new LocalKey();
    private final PublicKeys keys = new PublicKeys(kms, LocalKey.ID, Optional.empty());
    private final Signer signer = new Signer(kms, LocalKey.ID, keys);

    @Test
    void whatWasSignedIsVerifiedWithThePublishedKeysAlone() throws Exception {
        var signed = signer.sign(TYPE, Map.of("b", 2, "a", "1"));

        var published = JWKSet.parse(keys.all().toString(true));
        var statement = Statement.verify(signed, TYPE, published);

        assertEquals(Map.of("b", 2, "a", "1"), statement.payload());
        assertEquals(Hash.of(signed), statement.hash());
        assertEquals(keys.current().computeThumbprint().toString(), statement.keyId());
        var parts = signed.split("\\.", -1);
        assertEquals("{\"a\":\"1\",\"b\":2}", new Base64URL(parts[1]).decodeToString());
        assertEquals(64, new Base64URL(parts[2]).decode().length);
    }

    @Test
    void noCharacterCanBeChangedNorLeftOut() {
        var signed = signer.sign(TYPE, Map.of("seq", 12));
        for (var at = 0; at < signed.length(); at++) {
            for (var other : new char[] {'A', 'B', 'z', '9', '-', '.', '='}) {
                if (signed.charAt(at) != other) {
                    assertNotGenuine(signed.substring(0, at) + other + signed.substring(at + 1), TYPE);
                }
            }
            assertNotGenuine(signed.substring(0, at) + signed.substring(at + 1), TYPE);
            assertNotGenuine(signed.substring(0, at), TYPE);
        }
    }

    @Test
    void aStatementOfOneKindIsNoneOfAnother() {
        assertNotGenuine(signer.sign(Checkpoint.TYPE, Map.of()), Receipts.TYPE);
    }

    @Test
    void anotherKeysSignatureIsRefused() {
        var other = new LocalKey();
        var otherKeys = new PublicKeys(other, LocalKey.ID, Optional.empty());

        assertNotGenuine(new Signer(other, LocalKey.ID, otherKeys).sign(TYPE, Map.of()), TYPE);
        // the header names our key, the signature is the other's
        assertNotGenuine(new Signer(other, LocalKey.ID, keys).sign(TYPE, Map.of()), TYPE);
    }

    @Test
    void thePublicKeyIsNoSecretToSignWith() throws Exception {
        var header = new JWSHeader.Builder(JWSAlgorithm.HS256)
                .type(new JOSEObjectType(TYPE))
                .keyID(keys.current().getKeyID())
                .build();
        var forged = new JWSObject(header, new Payload("{}"));
        forged.sign(new MACSigner(keys.current().toECPublicKey().getEncoded()));

        assertNotGenuine(forged.serialize(), TYPE);
    }

    @Test
    void aRetiredKeyStillVerifiesAndNothingPrivateIsShown() throws Exception {
        var old = signer.sign(TYPE, Map.of("old", true));
        var newKms = new LocalKey();
        var newKeys = new PublicKeys(newKms, LocalKey.ID, Optional.of(keys.all().toString(true)));

        var set = newKeys.all();

        assertEquals(2, set.getKeys().size());
        assertEquals(newKeys.current().getKeyID(), set.getKeys().get(0).getKeyID());
        assertTrue(set.getKeys().stream().noneMatch(key -> key.isPrivate()));
        assertEquals(Map.of("old", true), Statement.verify(old, TYPE, set).payload());
    }

    private void assertNotGenuine(String signed, String type) {
        assertThrows(NotGenuine.class, () -> Statement.verify(signed, type, keys.all()));
    }
}
