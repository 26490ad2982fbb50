package dev.kept.ledger;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;

/** Signs receipts and keeps them, each known to the ledger. */
public final class Receipts {
    /** The type in the header of the signed statement. */
    static final String TYPE = "kept-receipt+jws";
    /** What the ledger calls it when a receipt was issued. */
    static final String ISSUED = "receipt-issued";
    /** The detail of that entry that holds the hash of the receipt's text. */
    static final String RECEIPT_HASH = "receipt";

    private final EvidenceBucket bucket;
    private final Ledger ledger;
    private final Signer signer;
    private final Issuer issuer;
    private final Clock clock;

    public Receipts(EvidenceBucket bucket, Ledger ledger, Signer signer, Issuer issuer, Clock clock) {
        this.bucket = bucket;
        this.ledger = ledger;
        this.signer = signer;
        this.issuer = issuer;
        this.clock = clock;
    }

    /**
     * Signs and keeps a receipt and enters its hash in the ledger. A second one for the same request is the first: what
     * was stated once stands, and a step that died half-way is finished.
     */
    public Issued issue(ReceiptContent content) {
        var key = IssuedReceipts.key(content.requestId());
        var signed = bucket.find(key).orElseGet(() -> {
            var made = signer.sign(TYPE, statement(content));
            return bucket.add(key, made) ? made : bucket.find(key).orElseThrow();
        });
        var hash = Hash.of(signed);
        var position = ledger.append(new Entry(
                entryId(content.requestId()),
                clock.instant(),
                ISSUED,
                content.requestId(),
                "kept",
                Map.of(RECEIPT_HASH, hash, "kind", content.kind())));
        return new Issued(signed, hash, position);
    }

    private Map<String, Object> statement(ReceiptContent content) {
        var head = ledger.head();
        var statement = new LinkedHashMap<String, Object>();
        statement.put("iss", issuer.address());
        statement.put("iat", clock.instant().getEpochSecond());
        statement.put("jti", entryId(content.requestId()));
        content.writeTo(statement);
        statement.put("ledger", Map.of("chain", Ledger.CHAIN, "seq", head.seq(), "hash", head.hash()));
        statement.put("software", issuer.software());
        return statement;
    }

    /** The id of the ledger's entry, which is the receipt's own id too: there is one receipt to a request. */
    public static String entryId(String requestId) {
        return ISSUED + "/" + requestId;
    }

    /**
     * Who issues receipts.
     *
     * @param address the address of this stack, where its keys are published
     * @param software which version of Kept
     */
    public record Issuer(String address, String software) {}

    /**
     * An issued receipt.
     *
     * @param signed the receipt, in JWS compact serialization
     * @param hash its SHA-256
     * @param position where the ledger says that it was issued
     */
    public record Issued(String signed, String hash, Position position) {}
}
