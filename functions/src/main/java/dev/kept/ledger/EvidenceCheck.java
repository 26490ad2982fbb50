package dev.kept.ledger;

import com.nimbusds.jose.jwk.JWKSet;
import dev.kept.http.Json;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Verifies the evidence in a folder, each thing by itself and against the others. */
final class EvidenceCheck {
    private static final String LEDGER = "ledger*.json";

    private final EvidenceFolder folder;
    private final List<Finding> findings = new ArrayList<>();
    private final JWKSet keys;
    private final Optional<LedgerExport> ledger;

    private EvidenceCheck(EvidenceFolder folder) {
        this.folder = folder;
        this.keys = readKeys();
        this.ledger = readLedger();
    }

    static List<Finding> of(EvidenceFolder folder) {
        var check = new EvidenceCheck(folder);
        folder.checkpoints().forEach(check::checkpoint);
        folder.receipts().forEach(check::receipt);
        folder.purges().forEach(check::purge);
        if (folder.pages().isEmpty()
                && folder.checkpoints().isEmpty()
                && folder.receipts().isEmpty()
                && folder.purges().isEmpty()) {
            check.findings.add(Finding.broken(
                    "the folder",
                    "holds nothing to verify: no receipt*.jws, ledger*.json, checkpoint*.jws or purge*.json"));
        }
        return check.findings;
    }

    private JWKSet readKeys() {
        try {
            var set = JWKSet.parse(folder.keys().orElse("{\"keys\":[]}"));
            set.getKeys()
                    .forEach(key -> findings.add(Finding.note(
                            "jwks.json",
                            "trusts the key " + key.getKeyID() + "; be sure that it is the signer's own")));
            return set;
        } catch (ParseException | IllegalArgumentException malformed) {
            findings.add(Finding.broken("jwks.json", "is not a set of keys"));
            return new JWKSet();
        }
    }

    private Optional<LedgerExport> readLedger() {
        if (folder.pages().isEmpty()) {
            return Optional.empty();
        }
        try {
            var export = new LedgerExport(
                    folder.pages().values().stream().map(Json::object).toList());
            export.broken()
                    .ifPresentOrElse(
                            broken -> findings.add(Finding.broken(LEDGER, broken.why())),
                            () -> findings.add(Finding.ok(
                                    LEDGER, export.end().seq() + " entries, each follows from the one before")));
            if (folder.checkpoints().isEmpty()) {
                findings.add(Finding.note(
                        LEDGER, "no checkpoint here: a ledger rewritten as a whole, or cut short, would not show"));
            }
            return Optional.of(export);
        } catch (NotGenuine contradiction) {
            findings.add(Finding.broken(LEDGER, contradiction.why()));
        } catch (Json.NotJson unreadable) {
            findings.add(Finding.broken(LEDGER, "is not JSON"));
        }
        return Optional.empty();
    }

    private void checkpoint(String file, String signed) {
        try {
            var statement = Statement.verify(signed, Checkpoint.TYPE, keys);
            var checkpoint = Checkpoint.of(statement.payload());
            var place = checkpoint.position();
            findings.add(Finding.ok(
                    file,
                    "signed by " + statement.keyId() + ": entry " + place.seq() + " was the last at "
                            + checkpoint.at()));
            ledger.ifPresent(export -> findings.add(
                    export.chain().equals(checkpoint.chain())
                            ? against(export, place, file)
                            : Finding.broken(file, "is of another ledger")));
        } catch (NotGenuine forged) {
            findings.add(Finding.broken(file, forged.why()));
        }
    }

    private void receipt(String file, String signed) {
        try {
            var statement = Statement.verify(signed, Receipts.TYPE, keys);
            var receipt = statement.payload();
            findings.add(Finding.ok(file, "signed by " + statement.keyId() + ": " + summary(receipt)));
            ledger.ifPresent(export -> {
                findings.add(against(export, placeOf(receipt), file));
                findings.add(entryOf(export, statement, file));
            });
        } catch (NotGenuine forged) {
            findings.add(Finding.broken(file, forged.why()));
        }
    }

    private void purge(String file, String text) {
        try {
            var proof = PurgeProof.of(Json.object(text));
            findings.add(ledger.map(export -> of(export, proof, file))
                    .orElseGet(() -> Finding.broken(file, "proves nothing without the ledger, which holds its root")));
        } catch (NotGenuine malformed) {
            findings.add(Finding.broken(file, malformed.why()));
        } catch (Json.NotJson unreadable) {
            findings.add(Finding.broken(file, "is not JSON"));
        }
    }

    private static Finding of(LedgerExport export, PurgeProof proof, String file) {
        var entry = export.entry(proof.entry());
        if (entry.isEmpty()) {
            return Finding.broken(file, "the ledger, as far as it follows, has no such entry");
        }
        return proof.holds(Json.child(entry.get(), "details"))
                ? Finding.ok(
                        file,
                        "record %s was purged, one of %d, at %s"
                                .formatted(
                                        proof.record(),
                                        proof.size(),
                                        entry.get().get("at")))
                : Finding.broken(file, "the ledger's entry " + entry.get().get("seq") + " is about other records");
    }

    private static Finding against(LedgerExport export, Position place, String file) {
        if (export.passes(place)) {
            return Finding.ok(file, "the ledger passes through the entry " + place.seq() + " that it names");
        }
        if (place.seq() <= export.end().seq()) {
            return Finding.broken(
                    file, "names another entry " + place.seq() + " than the ledger has: one up to there was rewritten");
        }
        return Finding.broken(
                file,
                export.broken().isPresent()
                        ? "names the entry " + place.seq() + ", past where the ledger breaks"
                        : "names the entry " + place.seq() + ", but the ledger ends at "
                                + export.end().seq() + ": its end is missing");
    }

    private static Finding entryOf(LedgerExport export, Statement statement, String file) {
        var id = String.valueOf(statement.payload().get("jti"));
        var entry = export.entry(id);
        if (entry.isEmpty()) {
            return Finding.broken(file, "the ledger, as far as it follows, does not say that it was issued");
        }
        var known = Json.child(entry.get(), "details").get(Receipts.RECEIPT_HASH);
        return statement.hash().equals(known)
                ? Finding.ok(file, "the ledger's entry " + entry.get().get("seq") + " says that it was issued")
                : Finding.broken(
                        file,
                        "the ledger's entry " + entry.get().get("seq") + " is of another receipt for this request");
    }

    private static Position placeOf(Map<String, Object> receipt) {
        var place = Json.child(receipt, "ledger");
        if (place.get("seq") instanceof Number seq && place.get("hash") instanceof String hash) {
            return new Position(seq.longValue(), hash);
        }
        throw new NotGenuine("does not say where in the ledger it stands");
    }

    private static String summary(Map<String, Object> receipt) {
        var request = Json.child(receipt, "request");
        return "request %s (%s) received %s, answered %s, due before %s"
                .formatted(
                        request.get("id"),
                        request.get("kind"),
                        receipt.get("received"),
                        receipt.get("answered"),
                        receipt.get("strictDue"));
    }
}
