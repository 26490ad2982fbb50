package dev.kept.ledger;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kept.http.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyEvidenceTest {
    private final Evidence evidence = new Evidence(4);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @BeforeEach
    void write() {
        evidence.writeTo(folder);
    }

    @Test
    void whatWasNotTouchedIsVerified() {
        var said = Evidence.verify(folder);

        assertSays("true\n", said);
        assertSays("ledger*.json: 9 entries, each follows from the one before", said);
        assertSays("checkpoint.jws: the ledger passes through the entry 8 that it names", said);
        assertSays("receipt.jws: the ledger's entry 5 says that it was issued", said);
    }

    @Test
    void pagesMayComeInAnyOrderAndOverlap() {
        Evidence.write(folder, "ledger.json", Evidence.export(evidence.links.subList(3, 9)));
        Evidence.write(folder, "ledger-0.json", Evidence.export(evidence.links.subList(0, 5)));

        assertSays("true\n", Evidence.verify(folder));
    }

    @Test
    void everySingleByteOfEveryEntryCounts() {
        var seed = new Random().nextLong();
        var random = new Random(seed);
        var export = evidence.export();
        for (var at = export.indexOf('[') + 1; at < export.length() - 2; at++) {
            var changed = new StringBuilder(export);
            changed.setCharAt(at, (char) (export.charAt(at) ^ (1 + random.nextInt(127))));

            var findings = EvidenceCheck.of(new EvidenceFolder(
                    Optional.empty(), Map.of("ledger.json", changed.toString()), Map.of(), Map.of(), Map.of()));

            assertTrue(findings.stream().anyMatch(Finding::isBroken), "byte " + at + ", seed " + seed);
        }
    }

    @Test
    void everyEntryThatIsTakenOutIsMissed() {
        for (var at = 0; at < evidence.links.size() - 1; at++) {
            var links = new ArrayList<>(evidence.links);
            links.remove(at);
            Evidence.write(folder, "ledger.json", Evidence.export(links));

            assertSays("BROKEN  ledger*.json: entry " + (at + 1) + " is missing", Evidence.verify(folder));
        }
    }

    @Test
    void twoEntriesThatChangePlacesAreNoticed() {
        for (var one = 0; one < evidence.links.size(); one++) {
            for (var other = 0; other < one; other++) {
                var links = new ArrayList<>(evidence.links);
                Collections.swap(links, one, other);
                Evidence.write(folder, "ledger.json", Evidence.export(renumbered(links)));

                assertSays("BROKEN  ledger*.json: entry " + (other + 1) + " does not follow", Evidence.verify(folder));
            }
        }
    }

    @Test
    void aLedgerThatWasCutShortIsHeldAgainstItsCheckpoint() {
        for (var left = 1; left < 8; left++) {
            Evidence.write(folder, "ledger.json", Evidence.export(evidence.links.subList(0, left)));

            assertSays(
                    "BROKEN  checkpoint.jws: names the entry 8, but the ledger ends at " + left,
                    Evidence.verify(folder));
        }
    }

    @Test
    void aLedgerThatWasRewrittenFromSomeEntryOnIsHeldAgainstItsCheckpoint() {
        for (var from = 1; from <= 8; from++) {
            var links = new ArrayList<Link>();
            for (var link : evidence.links) {
                var before = links.isEmpty()
                        ? Position.start(Ledger.CHAIN)
                        : links.get(links.size() - 1).position();
                var text = link.position().seq() == from
                        ? link.entry().replace("kept", "kepT").replace("person", "persoN")
                        : link.entry();
                links.add(new Link(before.next(text), text));
            }
            Evidence.write(folder, "ledger.json", Evidence.export(links));

            var said = Evidence.verify(folder);

            assertSays("ok      ledger*.json: 9 entries", said);
            assertSays("BROKEN  checkpoint.jws: names another entry 8 than the ledger has", said);
        }
    }

    @Test
    void aReceiptThatTheLedgerDoesNotKnowIsRefused() {
        var other = new Evidence(4);
        Evidence.write(folder, "receipt-other.jws", evidence.signReceipt());
        Evidence.write(folder, "receipt-foreign.jws", other.receipt);

        var said = Evidence.verify(folder);

        assertSays("BROKEN  receipt-other.jws: the ledger's entry 5 is of another receipt", said);
        assertSays("BROKEN  receipt-foreign.jws: is signed with a key that is not in the key set", said);
        assertSays("ok      receipt.jws: the ledger's entry 5 says", said);
    }

    @Test
    void aReceiptIsVerifiedWithoutTheLedgerToo() throws Exception {
        Files.delete(folder.resolve("ledger.json"));
        Files.delete(folder.resolve("checkpoint.jws"));

        var said = Evidence.verify(folder);

        assertSays("true\n", said);
        assertSays("request r-1 (deletion)", said);
    }

    @Test
    void aLedgerWithoutACheckpointIsVerifiedWithAWarning() throws Exception {
        Files.delete(folder.resolve("checkpoint.jws"));

        var said = Evidence.verify(folder);

        assertSays("true\n", said);
        assertSays("note    ledger*.json: no checkpoint here", said);
    }

    @Test
    void aLedgerOfAnotherChainDoesNotPassForThisOne() {
        Evidence.write(folder, "ledger.json", evidence.export().replaceFirst("\"kept\"", "\"other\""));

        assertSays("BROKEN  ledger*.json: entry 1 does not follow", Evidence.verify(folder));
    }

    @Test
    void nothingIsProvedByNothing() throws Exception {
        Files.delete(folder.resolve("jwks.json"));
        assertSays("BROKEN  receipt.jws: is signed with a key that is not in the key set", Evidence.verify(folder));

        for (var file : List.of("ledger.json", "checkpoint.jws", "receipt.jws")) {
            Files.delete(folder.resolve(file));
        }
        assertSays("BROKEN  the folder: holds nothing to verify", Evidence.verify(folder));
        assertSays("There is no folder", Evidence.verify(folder.resolve("absent")));
    }

    @Test
    void whatCannotBeReadIsNotVerified() {
        for (var text : List.of("", "[]", "{}", "{\"chain\":\"kept\",\"entries\":[1]}", "{\"keys\":[{}]}")) {
            Evidence.write(folder, "ledger.json", text);
            assertFalse(holds(), text);
        }
        evidence.writeTo(folder);
        Evidence.write(folder, "jwks.json", "{\"keys\":[{\"kty\":\"EC\"}]}");
        assertFalse(holds());
    }

    private boolean holds() {
        return Evidence.verify(folder).startsWith("true");
    }

    /** Each entry with the number and hash of the place it was moved to, as somebody would who hides a swap. */
    private List<Link> renumbered(List<Link> links) {
        var renumbered = new ArrayList<Link>();
        for (var at = 0; at < links.size(); at++) {
            var place = evidence.links.get(at).position();
            var text = links.get(at).entry().replaceFirst("\"seq\":[0-9]+", "\"seq\":" + place.seq());
            renumbered.add(new Link(place, text));
        }
        return renumbered;
    }

    @Test
    void aPurgedRecordIsShownByTheLedgerAndAFewHashes() {
        var tree = purge("contact.a", "contact.b", "contact.c");
        Evidence.write(
                folder, "purge.json", Json.text(proof(tree, "contact.b", 1).tree()));

        var said = Evidence.verify(folder);

        assertSays("true\n", said);
        assertSays("purge.json: record contact.b was purged, one of 3, at 2026-11-22T10:15:30Z", said);
    }

    @Test
    void whatWasNotPurgedIsNotShownToBe() {
        var tree = purge("contact.a", "contact.b", "contact.c");
        Evidence.write(
                folder, "purge-1.json", Json.text(proof(tree, "contact.d", 1).tree()));
        Evidence.write(
                folder,
                "purge-2.json",
                Json.text(new PurgeProof("contact.b", "sweep/none", 1, 3, tree.path(1)).tree()));
        Evidence.write(folder, "purge-3.json", "{\"record\":\"contact.b\"}");
        Evidence.write(folder, "purge-4.json", "no JSON");
        Evidence.write(
                folder, "purge-5.json", Json.text(new PurgeProof("contact.b", "sweep/1", 1, 2, tree.path(1)).tree()));

        var said = Evidence.verify(folder);

        assertSays("false\n", said);
        assertSays("BROKEN  purge-1.json: the ledger's entry 10 is about other records", said);
        assertSays("BROKEN  purge-2.json: the ledger, as far as it follows, has no such entry", said);
        assertSays("BROKEN  purge-3.json: is not the proof of a purge", said);
        assertSays("BROKEN  purge-4.json: is not JSON", said);
        assertSays("BROKEN  purge-5.json: the ledger's entry 10 is about other records", said);
    }

    /** Adds an entry about a purge to the ledger in the folder. */
    private MerkleTree purge(String... records) {
        var tree = MerkleTree.of(List.of(records));
        evidence.add(new Entry(
                "sweep/1",
                Evidence.NOW,
                "purged",
                "sweep",
                "kept",
                Map.of(PurgeProof.ROOT, tree.root(), PurgeProof.SIZE, tree.size())));
        Evidence.write(folder, "ledger.json", evidence.export());
        return tree;
    }

    private static PurgeProof proof(MerkleTree tree, String record, int index) {
        return new PurgeProof(record, "sweep/1", index, tree.size(), tree.path(index));
    }

    private static void assertSays(String expected, String said) {
        assertTrue(said.contains(expected), said);
    }
}
