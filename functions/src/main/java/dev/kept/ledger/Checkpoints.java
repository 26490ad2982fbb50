package dev.kept.ledger;

import java.util.Optional;

/** The signed checkpoints in the evidence bucket, at {@code ledger/<chain>/<number of the last entry>.jws}. */
public final class Checkpoints {
    private final EvidenceBucket bucket;
    private final Signer signer;
    private final PublicKeys keys;

    public Checkpoints(EvidenceBucket bucket, Signer signer, PublicKeys keys) {
        this.bucket = bucket;
        this.signer = signer;
        this.keys = keys;
    }

    /** Signs and keeps it; the first one of a place stays. */
    void add(Checkpoint checkpoint) {
        bucket.add(key(checkpoint), signer.sign(Checkpoint.TYPE, checkpoint.tree()));
    }

    /**
     * The last one, once its signature is verified.
     *
     * @throws LedgerMismatch when it is not one that was signed here
     */
    Optional<Signed> last() {
        return bucket.lastKey(folder()).flatMap(bucket::find).map(this::verified);
    }

    private Signed verified(String signed) {
        try {
            var statement = Statement.verify(signed, Checkpoint.TYPE, keys.all());
            return new Signed(Checkpoint.of(statement.payload()), signed);
        } catch (NotGenuine forged) {
            throw new LedgerMismatch("the last checkpoint " + forged.why());
        }
    }

    private static String folder() {
        return "ledger/" + Ledger.CHAIN + "/";
    }

    private static String key(Checkpoint checkpoint) {
        return folder() + "%019d.jws".formatted(checkpoint.position().seq());
    }

    /**
     * A checkpoint and the text that was signed.
     *
     * @param signed JWS compact serialization, for those who verify without us
     */
    record Signed(Checkpoint checkpoint, String signed) {}
}
