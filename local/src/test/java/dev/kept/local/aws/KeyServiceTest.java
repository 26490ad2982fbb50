package dev.kept.local.aws;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.DataKeySpec;
import software.amazon.awssdk.services.kms.model.DisabledException;
import software.amazon.awssdk.services.kms.model.GenerateDataKeyResponse;
import software.amazon.awssdk.services.kms.model.IncorrectKeyException;
import software.amazon.awssdk.services.kms.model.InvalidCiphertextException;
import software.amazon.awssdk.services.kms.model.InvalidKeyUsageException;
import software.amazon.awssdk.services.kms.model.KeySpec;
import software.amazon.awssdk.services.kms.model.KeyState;
import software.amazon.awssdk.services.kms.model.KeyUsageType;
import software.amazon.awssdk.services.kms.model.KmsException;
import software.amazon.awssdk.services.kms.model.KmsInvalidMacException;
import software.amazon.awssdk.services.kms.model.MacAlgorithmSpec;
import software.amazon.awssdk.services.kms.model.MessageType;
import software.amazon.awssdk.services.kms.model.NotFoundException;
import software.amazon.awssdk.services.kms.model.SigningAlgorithmSpec;

class KeyServiceTest {
    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    private static final Map<String, String> CONTEXT = Map.of("personId", "p-1", "keyClass", "account");
    private static final SdkBytes MESSAGE = SdkBytes.fromUtf8String("a message");

    private final KeyService service = new KeyService(Clock.fixed(NOW, ZoneOffset.UTC), 7);
    private final AwsEndpoint endpoint = AwsEndpoint.start(service);
    private final KmsClient client = KmsClient.builder()
            .endpointOverride(endpoint.endpoint())
            .region(LocalCredentials.REGION)
            .credentialsProvider(LocalCredentials.provider())
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .build();

    @BeforeEach
    void createKeys() {
        service.create("data", "alias/data", KeySpec.SYMMETRIC_DEFAULT, KeyUsageType.ENCRYPT_DECRYPT);
        service.create("other", "alias/other", KeySpec.SYMMETRIC_DEFAULT, KeyUsageType.ENCRYPT_DECRYPT);
        service.create("lookup", "alias/lookup", KeySpec.HMAC_256, KeyUsageType.GENERATE_VERIFY_MAC);
        service.create("signing", "alias/signing", KeySpec.ECC_NIST_P256, KeyUsageType.SIGN_VERIFY);
    }

    @AfterEach
    void stop() {
        client.close();
        endpoint.close();
    }

    @Test
    void aDataKeyOpensUnderItsContext() {
        GenerateDataKeyResponse made = dataKey("alias/data");

        assertEquals(32, made.plaintext().asByteArray().length);
        assertEquals(
                made.plaintext(),
                client.decrypt(open ->
                                open.ciphertextBlob(made.ciphertextBlob()).encryptionContext(CONTEXT))
                        .plaintext());
    }

    @Test
    void anotherContextDoesNotOpenIt() {
        GenerateDataKeyResponse made = dataKey("alias/data");

        assertThrows(
                InvalidCiphertextException.class,
                () -> client.decrypt(open -> open.ciphertextBlob(made.ciphertextBlob())
                        .encryptionContext(Map.of("personId", "p-2", "keyClass", "account"))));
    }

    @Test
    void aChangedCiphertextIsInvalidWhereverItWasChanged() {
        byte[] blob = dataKey("data").ciphertextBlob().asByteArray();

        for (int place = 0; place < blob.length; place++) {
            byte[] changed = blob.clone();
            changed[place] ^= 1;
            assertThrows(
                    InvalidCiphertextException.class,
                    () -> client.decrypt(open ->
                            open.ciphertextBlob(SdkBytes.fromByteArray(changed)).encryptionContext(CONTEXT)),
                    "changed at " + place);
        }
    }

    @Test
    void aKeyWithoutItsPlaintextOpensAllTheSame() {
        SdkBytes blob = client.generateDataKeyWithoutPlaintext(
                        make -> make.keyId("data").keySpec(DataKeySpec.AES_256).encryptionContext(CONTEXT))
                .ciphertextBlob();

        SdkBytes plain = client.decrypt(open -> open.ciphertextBlob(blob).encryptionContext(CONTEXT))
                .plaintext();

        assertEquals(32, plain.asByteArray().length);
    }

    @Test
    void whatIsEncryptedIsDecryptedAndOnlyWithItsKey() {
        SdkBytes blob =
                client.encrypt(seal -> seal.keyId("data").plaintext(MESSAGE)).ciphertextBlob();

        assertEquals(
                MESSAGE,
                client.decrypt(open -> open.keyId("alias/data").ciphertextBlob(blob))
                        .plaintext());
        assertThrows(
                IncorrectKeyException.class,
                () -> client.decrypt(open -> open.keyId("other").ciphertextBlob(blob)));
    }

    @Test
    void aKeyIsFoundByIdArnAliasAndAliasArn() {
        String arn = client.describeKey(key -> key.keyId("data")).keyMetadata().arn();

        for (String name : Set.of("data", arn, "alias/data", arn.replace("key/data", "alias/data"))) {
            assertEquals(arn, dataKey(name).keyId());
        }
    }

    @Test
    void aCodeIsRepeatableAndVerified() {
        SdkBytes mac = mac(MESSAGE);

        assertEquals(mac, mac(MESSAGE));
        assertNotEquals(mac, mac(SdkBytes.fromUtf8String("another")));
        assertTrue(client.verifyMac(check ->
                        check.keyId("lookup").message(MESSAGE).mac(mac).macAlgorithm(MacAlgorithmSpec.HMAC_SHA_256))
                .macValid());
        assertThrows(
                KmsInvalidMacException.class,
                () -> client.verifyMac(check -> check.keyId("lookup")
                        .message(SdkBytes.fromUtf8String("another"))
                        .mac(mac)
                        .macAlgorithm(MacAlgorithmSpec.HMAC_SHA_256)));
    }

    @Test
    void aSignatureVerifiesWithThePublicKeyAlone() throws GeneralSecurityException {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(MESSAGE.asByteArray());

        SdkBytes raw = sign(MESSAGE, MessageType.RAW);
        SdkBytes ofDigest = sign(SdkBytes.fromByteArray(digest), MessageType.DIGEST);

        assertTrue(verifies(raw));
        assertTrue(verifies(ofDigest));
    }

    @Test
    void aDigestOfAnotherLengthIsRefused() {
        KmsException refused = assertThrows(KmsException.class, () -> sign(MESSAGE, MessageType.DIGEST));

        assertEquals("ValidationException", refused.awsErrorDetails().errorCode());
    }

    @Test
    void aKeyDoesOnlyWhatItIsFor() {
        assertThrows(InvalidKeyUsageException.class, () -> dataKey("signing"));
        assertThrows(InvalidKeyUsageException.class, () -> client.getPublicKey(key -> key.keyId("data")));
        assertThrows(
                InvalidKeyUsageException.class,
                () -> client.generateMac(
                        make -> make.keyId("lookup").message(MESSAGE).macAlgorithm(MacAlgorithmSpec.HMAC_SHA_512)));
    }

    @Test
    void anUnknownKeyIsNotFound() {
        assertThrows(NotFoundException.class, () -> dataKey("alias/nothing"));
    }

    @Test
    void aDisabledKeyDoesNothingUntilItIsEnabled() {
        GenerateDataKeyResponse made = dataKey("data");
        service.disable("data");

        assertThrows(DisabledException.class, () -> dataKey("data"));
        assertThrows(
                DisabledException.class,
                () -> client.decrypt(
                        open -> open.ciphertextBlob(made.ciphertextBlob()).encryptionContext(CONTEXT)));
        assertEquals(
                KeyState.DISABLED,
                client.describeKey(key -> key.keyId("data")).keyMetadata().keyState());

        service.enable("data");
        assertEquals(32, dataKey("data").plaintext().asByteArray().length);
    }

    @Test
    void aKeyIsDescribed() {
        var metadata = client.describeKey(key -> key.keyId("alias/signing")).keyMetadata();

        assertEquals(KeySpec.ECC_NIST_P256, metadata.keySpec());
        assertEquals(KeyUsageType.SIGN_VERIFY, metadata.keyUsage());
        assertEquals(NOW, metadata.creationDate());
    }

    @Test
    void theSameSeedMakesTheSameKeysAndAnotherSeedOthers() {
        assertArrayEquals(publicKey(7), publicKey(7));
        assertFalse(Arrays.equals(publicKey(7), publicKey(8)));
    }

    @Test
    void randomBytesAreNotRepeated() {
        assertNotEquals(random(), random());
    }

    @Test
    void dataKeysMadeAtOnceAreAllDifferent() {
        Set<SdkBytes> made = IntStream.range(0, 100)
                .parallel()
                .mapToObj(number -> dataKey("data").plaintext())
                .collect(Collectors.toSet());

        assertEquals(100, made.size());
    }

    @Test
    void aCallThatIsNotServedIsRefusedByName() {
        KmsException refused = assertThrows(KmsException.class, () -> client.listKeys());

        assertEquals("UnknownOperationException", refused.awsErrorDetails().errorCode());
        assertEquals(
                "TrentService.ListKeys is not part of the local run.",
                refused.awsErrorDetails().errorMessage());
    }

    private GenerateDataKeyResponse dataKey(String key) {
        return client.generateDataKey(
                make -> make.keyId(key).keySpec(DataKeySpec.AES_256).encryptionContext(CONTEXT));
    }

    private SdkBytes mac(SdkBytes message) {
        return client.generateMac(
                        make -> make.keyId("lookup").message(message).macAlgorithm(MacAlgorithmSpec.HMAC_SHA_256))
                .mac();
    }

    private SdkBytes sign(SdkBytes message, MessageType type) {
        return client.sign(sign -> sign.keyId("signing")
                        .message(message)
                        .messageType(type)
                        .signingAlgorithm(SigningAlgorithmSpec.ECDSA_SHA_256))
                .signature();
    }

    private boolean verifies(SdkBytes signed) throws GeneralSecurityException {
        byte[] encoded =
                client.getPublicKey(key -> key.keyId("signing")).publicKey().asByteArray();
        PublicKey key = KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(encoded));
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initVerify(key);
        signature.update(MESSAGE.asByteArray());
        return signature.verify(signed.asByteArray());
    }

    private SdkBytes random() {
        return client.generateRandom(make -> make.numberOfBytes(16)).plaintext();
    }

    private static byte[] publicKey(long seed) {
        KeyRing ring = new KeyRing(Clock.fixed(NOW, ZoneOffset.UTC), seed);
        return ring.create("signing", "alias/signing", KeySpec.ECC_NIST_P256, KeyUsageType.SIGN_VERIFY)
                .pair()
                .open()
                .getEncoded();
    }
}
