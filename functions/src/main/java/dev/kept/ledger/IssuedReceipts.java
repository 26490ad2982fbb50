package dev.kept.ledger;

import java.util.Optional;
import java.util.regex.Pattern;

/** The signed receipts in the evidence bucket, at {@code receipts/<request id>.jws}, for those who only read them. */
public final class IssuedReceipts {
    private static final Pattern REQUEST_ID = Pattern.compile("[A-Za-z0-9_-]{1,100}");

    private final EvidenceBucket bucket;

    public IssuedReceipts(EvidenceBucket bucket) {
        this.bucket = bucket;
    }

    /** The receipt of that request, in JWS compact serialization. */
    public Optional<String> find(String requestId) {
        return REQUEST_ID.matcher(requestId).matches() ? bucket.find(key(requestId)) : Optional.empty();
    }

    static String key(String requestId) {
        if (!REQUEST_ID.matcher(requestId).matches()) {
            throw new IllegalArgumentException("a request id is made of letters, digits, - and _");
        }
        return "receipts/" + requestId + ".jws";
    }
}
