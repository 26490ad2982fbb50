package dev.kept.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MerkleTreeTest {
    /** The leaves by which implementations of Certificate Transparency test each other. */
    private static final List<String> KNOWN =
            List.of("", "\0", "\u0010", " !", "01", "@ABC", "PQRSTUVW", "`abcdefghijklmno");

    @ParameterizedTest
    @CsvSource({
        "0, e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "1, 6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "2, fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "3, aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "8, 5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    })
    void theRootIsTheOneThatOthersCompute(int size, String root) {
        assertEquals(root, MerkleTree.of(KNOWN.subList(0, size)).root());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 7, 8, 9, 31, 33, 100})
    void eachLeafIsShownToBeWhereItStandsAndNowhereElse(int size) {
        var leaves = leaves(size);
        var tree = MerkleTree.of(leaves);
        for (var index = 0; index < size; index++) {
            var path = tree.path(index);
            assertTrue(MerkleTree.holds(leaves.get(index), index, size, path, tree.root()));
            assertFalse(MerkleTree.holds("another", index, size, path, tree.root()));
            for (var place = 0; place < size; place++) {
                assertEquals(
                        place == index, MerkleTree.holds(leaves.get(index), place, size, path, tree.root()), "place");
            }
        }
    }

    @Test
    void aPathThatIsCutOrStretchedShowsNothing() {
        var leaves = leaves(11);
        var tree = MerkleTree.of(leaves);
        var path = tree.path(6);
        var longer = new ArrayList<>(path);
        longer.add(tree.root());

        assertFalse(MerkleTree.holds(leaves.get(6), 6, 11, path.subList(1, path.size()), tree.root()));
        assertFalse(MerkleTree.holds(leaves.get(6), 6, 11, path.subList(0, path.size() - 1), tree.root()));
        assertFalse(MerkleTree.holds(leaves.get(6), 6, 11, longer, tree.root()));
        assertFalse(MerkleTree.holds(leaves.get(6), 11, 11, path, tree.root()));
        assertFalse(MerkleTree.holds(leaves.get(6), -1, 11, path, tree.root()));
        assertThrows(IndexOutOfBoundsException.class, () -> tree.path(11));
    }

    @Test
    void aNodeNeverPassesForALeaf() {
        var tree = MerkleTree.of(leaves(2));

        assertFalse(MerkleTree.holds(tree.path(1).get(0) + tree.path(0).get(0), 0, 1, List.of(), tree.root()));
    }

    @Test
    void theHashesOfTheLeavesAreEnough() {
        var leaves = leaves(13);
        var hashes = leaves.stream().map(MerkleTree::leafHash).toList();

        assertEquals(MerkleTree.of(leaves).root(), MerkleTree.ofHashes(hashes).root());
        assertEquals(MerkleTree.of(leaves).path(12), MerkleTree.ofHashes(hashes).path(12));
    }

    private static List<String> leaves(int size) {
        return IntStream.range(0, size).mapToObj(number -> "contact." + number).toList();
    }
}
