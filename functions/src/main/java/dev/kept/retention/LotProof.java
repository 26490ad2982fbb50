package dev.kept.retention;

import dev.kept.person.IdentifierHashes;
import dev.kept.retention.PurgeSystem.Seen;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What stands for a record of a connected system in a proof: its category, and a keyed hash of where it stood and when it was
 * made. The place may name somebody, so nobody can try names against a proof without the key, and that KMS alone can make again.
 */
public final class LotProof {
    private final Supplier<IdentifierHashes> hashes;

    /**
     * @param hashes asked once for each lot
     */
    public LotProof(Supplier<IdentifierHashes> hashes) {
        this.hashes = hashes;
    }

    /** The proof of one lot. */
    Keyed of(String lot) {
        return new Keyed(new SecretKeySpec(hashes.get().keyOfLot(lot), "HmacSHA256"));
    }

    /** The category of what a leaf stands for. */
    static String category(String leaf) {
        return leaf.substring(0, leaf.indexOf(' '));
    }

    /** Hashes with the key of a lot. */
    static final class Keyed {
        private final SecretKeySpec key;

        private Keyed(SecretKeySpec key) {
            this.key = key;
        }

        String leaf(Seen record) {
            try {
                var mac = Mac.getInstance(key.getAlgorithm());
                mac.init(key);
                var hash = mac.doFinal((record.place() + "\n" + record.made()).getBytes(StandardCharsets.UTF_8));
                return record.category() + " "
                        + Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
            } catch (GeneralSecurityException impossible) {
                throw new IllegalStateException("every JDK has HMAC-SHA-256", impossible);
            }
        }

        List<String> leaves(List<Seen> records) {
            return records.stream().map(this::leaf).toList();
        }
    }
}
