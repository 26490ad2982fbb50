package dev.kept.ledger;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * One hash that stands for many leaves (RFC 9162, 2.1): whoever has a leaf and a few hashes can show that it was among them,
 * and learns nothing of the others.
 */
public final class MerkleTree {
    /** Before a leaf, so that none passes for two hashes (RFC 9162, 2.1.1). */
    private static final byte[] LEAF = {0};
    /** Before two hashes. */
    private static final byte[] NODE = {1};

    private static final HexFormat HEX = HexFormat.of();

    /** The hashes of each level, the leaves' own first. The last of a level without a neighbour goes up as it is. */
    private final List<List<byte[]>> levels = new ArrayList<>();

    private MerkleTree(List<byte[]> leafHashes) {
        var level = leafHashes;
        levels.add(level);
        while (level.size() > 1) {
            var above = new ArrayList<byte[]>((level.size() + 1) / 2);
            for (var index = 0; index < level.size(); index += 2) {
                above.add(
                        index + 1 == level.size()
                                ? level.get(index)
                                : Hash.bytes(NODE, level.get(index), level.get(index + 1)));
            }
            levels.add(above);
            level = above;
        }
    }

    /** The tree over those leaves, in their order. */
    public static MerkleTree of(List<String> leaves) {
        return new MerkleTree(leaves.stream().map(MerkleTree::hash).toList());
    }

    /**
     * The tree over leaves of which only the hashes are left, as {@link #leafHash} gives them.
     *
     * @throws IllegalArgumentException when one is not hexadecimal
     */
    public static MerkleTree ofHashes(List<String> leafHashes) {
        return new MerkleTree(leafHashes.stream().map(HEX::parseHex).toList());
    }

    /** The hash of one leaf, as lower-case hexadecimal. */
    public static String leafHash(String leaf) {
        return HEX.formatHex(hash(leaf));
    }

    /** The hash that stands for all of them, as lower-case hexadecimal; of none it is that of an empty text. */
    public String root() {
        var top = levels.get(levels.size() - 1);
        return top.isEmpty() ? Hash.of("") : HEX.formatHex(top.get(0));
    }

    /** How many leaves it has. */
    public int size() {
        return levels.get(0).size();
    }

    /**
     * The hashes that, with the leaf, give the root: nearest first, as lower-case hexadecimal.
     *
     * @throws IndexOutOfBoundsException when there is no such leaf
     */
    public List<String> path(int index) {
        if (index < 0 || index >= size()) {
            throw new IndexOutOfBoundsException("leaf " + index + " of " + size());
        }
        var path = new ArrayList<String>();
        var place = index;
        for (var level : levels.subList(0, levels.size() - 1)) {
            var neighbour = place ^ 1;
            if (neighbour < level.size()) {
                path.add(HEX.formatHex(level.get(neighbour)));
            }
            place /= 2;
        }
        return path;
    }

    /**
     * Whether a leaf stands at that place of a tree of that size (RFC 9162, 2.1.3.2).
     *
     * @param path as {@link #path} gives it
     * @param root as {@link #root} gives it
     */
    public static boolean holds(String leaf, int index, int size, List<String> path, String root) {
        if (index < 0 || index >= size) {
            return false;
        }
        var hash = hash(leaf);
        var place = index;
        var last = size - 1;
        var left = path.iterator();
        while (last > 0) {
            if (place % 2 == 1 || place < last) {
                if (!left.hasNext()) {
                    return false;
                }
                var neighbour = HEX.parseHex(left.next());
                hash = place % 2 == 1 ? Hash.bytes(NODE, neighbour, hash) : Hash.bytes(NODE, hash, neighbour);
            }
            place /= 2;
            last /= 2;
        }
        return !left.hasNext() && HEX.formatHex(hash).equals(root);
    }

    private static byte[] hash(String leaf) {
        return Hash.bytes(LEAF, leaf.getBytes(StandardCharsets.UTF_8));
    }
}
