package dev.kept.person;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.kms.model.MacAlgorithmSpec;

/** Keyed hashes of what people are found by. The key never leaves KMS, so nobody can try addresses against a table. */
public final class IdentifierHashes {
    private final KmsClient kms;
    private final String key;

    public IdentifierHashes(KmsClient kms, String key) {
        this.kms = kms;
        this.key = key;
    }

    /** The keyed hash (HMAC-SHA-256) by which an identifier is stored. */
    public String of(Identifier identifier) {
        return mac(identifier.spelled());
    }

    /** The keyed hash of a network address, for counting calls; made of other text than any identifier's. */
    public String ofSender(Personal address) {
        return mac("sender:" + address.reveal());
    }

    /** The keyed hash of where a person's data stand in a system; made of other text than any identifier's. */
    public String ofPlace(String system, String place) {
        return mac("place:" + system + ":" + place);
    }

    /** The keyed hash of an address that is not written to again; made of other text than the identifier's own. */
    public String ofSuppression(Identifier address) {
        return mac("suppression:" + address.spelled());
    }

    /** The keyed hash of a group of people who are counted; made of other text than any identifier's. */
    public String ofGroup(String group) {
        return mac("group:" + group);
    }

    /**
     * A key for hashing what went in one lot of a purge, so that it takes one call however much that is; made of other text
     * than any identifier's, and made again when one purge is to be proved.
     */
    public byte[] keyOfLot(String lot) {
        return bytes("lot:" + lot);
    }

    private String mac(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(text));
    }

    private byte[] bytes(String text) {
        var mac = kms.generateMac(request -> request.keyId(key)
                .macAlgorithm(MacAlgorithmSpec.HMAC_SHA_256)
                .message(SdkBytes.fromString(text, StandardCharsets.UTF_8)));
        return mac.mac().asByteArray();
    }
}
