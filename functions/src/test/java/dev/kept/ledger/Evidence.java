package dev.kept.ledger;

import dev.kept.http.Json;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A small ledger with a checkpoint and a receipt, written into a folder as an auditor would have it. */
final class Evidence {
    static final Instant NOW = Instant.parse("2026-11-22T10:15:30Z");

    final List<Link> links = new ArrayList<>();
    final PublicKeys keys;
    final String checkpoint;
    final String receipt;
    private final Signer signer;

    /** With that many entries before the receipt's and as many after; the checkpoint is of the last but one. */
    Evidence(int around) {
        var kms = new LocalKey();
        keys = new PublicKeys(kms, LocalKey.ID, Optional.empty());
        signer = new Signer(kms, LocalKey.ID, keys);
        append("before", around);
        receipt = signReceipt();
        add(new Entry(
                "receipt-issued/r-1",
                NOW,
                Receipts.ISSUED,
                "r-1",
                "kept",
                Map.of(Receipts.RECEIPT_HASH, Hash.of(receipt))));
        append("after", around);
        checkpoint = checkpointOf(links.get(links.size() - 2).position());
    }

    String checkpointOf(Position position) {
        return signer.sign(Checkpoint.TYPE, new Checkpoint(Ledger.CHAIN, position, NOW).tree());
    }

    /** Another receipt for the same request, at the same place. */
    String signReceipt() {
        var statement = new LinkedHashMap<String, Object>();
        statement.put("jti", "receipt-issued/r-1");
        statement.put("request", Map.of("id", "r-1", "kind", "deletion"));
        var head = head();
        statement.put("ledger", Map.of("chain", Ledger.CHAIN, "seq", head.seq(), "hash", head.hash()));
        return signer.sign(Receipts.TYPE, statement);
    }

    Position head() {
        return links.isEmpty()
                ? Position.start(Ledger.CHAIN)
                : links.get(links.size() - 1).position();
    }

    void add(Entry entry) {
        links.add(Link.after(head(), entry));
    }

    String export() {
        return export(links);
    }

    static String export(List<Link> links) {
        return Json.text(ListLedger.page(Ledger.CHAIN, links));
    }

    void writeTo(Path folder) {
        write(folder, "jwks.json", keys.all().toString(true));
        write(folder, "ledger.json", export());
        write(folder, "checkpoint.jws", checkpoint);
        write(folder, "receipt.jws", receipt + "\n");
    }

    static void write(Path folder, String file, String text) {
        try {
            Files.writeString(folder.resolve(file), text);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** What the command prints about the folder, after a line that says whether all held. */
    static String verify(Path folder) {
        var printed = new ByteArrayOutputStream();
        var held = VerifyEvidence.verify(folder, new PrintStream(printed, true, StandardCharsets.UTF_8));
        return held + "\n" + printed.toString(StandardCharsets.UTF_8);
    }

    private void append(String name, int count) {
        for (var i = 0; i < count; i++) {
            add(new Entry(name + i, NOW.plusSeconds(i), "request-received", "r-" + i, "person", Map.of("count", i)));
        }
    }
}
