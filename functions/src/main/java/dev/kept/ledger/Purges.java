package dev.kept.ledger;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Attests what retention has purged: one entry of the ledger for each batch, with the root of a tree over the records' ids,
 * and the hashes of its leaves in the evidence bucket. By them one purge can be shown without keeping whose it was.
 */
public final class Purges {
    private static final String FOLDER = "sweeps/";
    private static final String END = ".txt";

    private final EvidenceBucket bucket;
    private final Ledger ledger;
    private final Clock clock;

    public Purges(EvidenceBucket bucket, Ledger ledger, Clock clock) {
        this.bucket = bucket;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * Attests that records are gone; the same once more is once.
     *
     * @param batch names the batch within its day
     * @param counts how many of each category
     * @param records their ids
     * @return the id of the entry
     */
    public String attest(LocalDate day, String batch, Map<String, Integer> counts, List<String> records) {
        var sorted = records.stream().sorted().toList();
        var tree = MerkleTree.of(sorted);
        bucket.add(
                FOLDER + day + "/" + batch + END,
                String.join("\n", sorted.stream().map(MerkleTree::leafHash).toList()));
        var details = new LinkedHashMap<String, Object>();
        details.put(PurgeProof.ROOT, tree.root());
        details.put(PurgeProof.SIZE, tree.size());
        details.put("purged", counts);
        var id = entry(day, batch);
        ledger.append(new Entry(id, clock.instant(), "records-purged", "sweep." + day, "kept", details));
        return id;
    }

    /** Shows that a record went on that day; empty where it did not. */
    public Optional<PurgeProof> prove(LocalDate day, String record) {
        var leaf = MerkleTree.leafHash(record);
        for (var key : bucket.keys(FOLDER + day + "/")) {
            var leaves = bucket.find(key).orElseThrow().lines().toList();
            var index = leaves.indexOf(leaf);
            if (index >= 0) {
                var batch = key.substring((FOLDER + day + "/").length(), key.length() - END.length());
                var path = MerkleTree.ofHashes(leaves).path(index);
                return Optional.of(new PurgeProof(record, entry(day, batch), index, leaves.size(), path));
            }
        }
        return Optional.empty();
    }

    private static String entry(LocalDate day, String batch) {
        return "sweep." + day + "/" + batch;
    }
}
