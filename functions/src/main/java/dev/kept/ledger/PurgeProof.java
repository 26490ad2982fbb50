package dev.kept.ledger;

import dev.kept.http.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Shows that one record was among those that a sweep has purged, without a word of the others. It holds a random id and
 * hashes.
 *
 * @param record the record's id, which the tree has as a leaf
 * @param entry the id of the ledger's entry that names the root
 * @param index the leaf's place, from 0
 * @param size how many records the entry is about
 * @param path the hashes that lead from the leaf to the root
 */
public record PurgeProof(String record, String entry, int index, int size, List<String> path) {
    /** The member of an entry's details that holds the root. */
    public static final String ROOT = "root";
    /** The member of an entry's details that says how many leaves the root stands for. */
    public static final String SIZE = "size";

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

    public Map<String, Object> tree() {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("record", record);
        tree.put("entry", entry);
        tree.put("index", index);
        tree.put("size", size);
        tree.put("path", path);
        return tree;
    }

    /**
     * Reads what {@link #tree} wrote.
     *
     * @throws NotGenuine when it is nothing of the sort
     */
    static PurgeProof of(Map<String, Object> tree) {
        if (tree.get("record") instanceof String record
                && tree.get("entry") instanceof String entry
                && tree.get("index") instanceof Integer index
                && tree.get("size") instanceof Integer size
                && tree.get("path") instanceof List<?>) {
            var path = Json.list(tree, "path").stream().map(String::valueOf).toList();
            if (path.stream().allMatch(hash -> HASH.matcher(hash).matches())) {
                return new PurgeProof(record, entry, index, size, path);
            }
        }
        throw new NotGenuine("is not the proof of a purge: record, entry, index, size and path");
    }

    /** Whether an entry's details stand for it. */
    boolean holds(Map<String, Object> details) {
        return details.get(SIZE) instanceof Number count
                && count.longValue() == size
                && details.get(ROOT) instanceof String root
                && MerkleTree.holds(record, index, size, path, root);
    }
}
