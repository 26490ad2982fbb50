package dev.kept.request;

import static dev.kept.items.Items.instant;
import static dev.kept.items.Items.n;
import static dev.kept.items.Items.number;
import static dev.kept.items.Items.s;
import static dev.kept.items.Items.text;

import dev.kept.http.ProblemFound;
import dev.kept.http.ProblemKind;
import dev.kept.person.Ids;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;

/**
 * The tokens in links: 128 random bits, stored as a hash, bound to one request and one purpose. A new token of a
 * purpose ends the one before it. Whatever is wrong with a token, the answer is the same.
 */
public final class Links {
    /** S: hash of the newest token, the only one that opens. */
    private static final String HASH = "hash";
    /** SS: hashes of all tokens so far. */
    private static final String ISSUED = "issued";

    private static final String EXPIRES = "expires";
    private static final String USES = "uses";

    private final DynamoDbClient table;
    private final String tableName;
    private final Ids ids;
    private final Clock clock;

    public Links(DynamoDbClient table, String tableName, Ids ids, Clock clock) {
        this.table = table;
        this.tableName = tableName;
        this.ids = ids;
        this.clock = clock;
    }

    /** What a link is for. */
    public enum Purpose {
        FOLLOW,
        CONFIRM,
        IDENTITY,
        ANSWER,
        /** To say that what somebody asked for must not be done; the same token goes to several addresses. */
        CONTEST,
        /** To take an account up again that was cancelled. */
        REINSTATE,
        /** To have the data of an account that ends erased at once. */
        ERASE_NOW;

        String item() {
            return "link#" + name().toLowerCase(Locale.ROOT);
        }
    }

    /** A new token, good until that moment. */
    public String issue(String requestId, Purpose purpose, Instant expires) {
        var token = ids.next();
        table.updateItem(update -> update.tableName(tableName)
                .key(key(requestId, purpose))
                .updateExpression("SET #hash = :hash, #expires = :expires, #uses = :none ADD #issued :issued")
                .expressionAttributeNames(Map.of("#hash", HASH, "#expires", EXPIRES, "#uses", USES, "#issued", ISSUED))
                .expressionAttributeValues(Map.of(
                        ":hash", s(hash(token)),
                        ":expires", s(expires),
                        ":none", n(0),
                        ":issued", AttributeValue.fromSs(List.of(hash(token))))));
        return token;
    }

    /** Whether that token was ever issued for the request, whether or not it still opens anything. */
    boolean issued(String requestId, Purpose purpose, String token) {
        var row = table.getItem(
                get -> get.tableName(tableName).key(key(requestId, purpose)).consistentRead(true));
        var issued = row.hasItem() ? row.item().get(ISSUED) : null;
        return issued != null && issued.ss().contains(hash(token));
    }

    /** The row of a token that is written together with its request. */
    static Map<String, AttributeValue> row(String requestId, Purpose purpose, String token, Instant expires) {
        var row = new HashMap<>(key(requestId, purpose));
        row.put(HASH, s(hash(token)));
        row.put(EXPIRES, s(expires));
        row.put(USES, n(0));
        return row;
    }

    /**
     * Uses a token.
     *
     * @param times how often it may be used in all
     */
    public void use(String requestId, Purpose purpose, String token, int times) {
        try {
            table.updateItem(update -> update.tableName(tableName)
                    .key(key(requestId, purpose))
                    .updateExpression("SET #uses = #uses + :one")
                    .conditionExpression("#hash = :hash AND #expires > :now AND #uses < :times")
                    .expressionAttributeNames(Map.of("#hash", HASH, "#expires", EXPIRES, "#uses", USES))
                    .expressionAttributeValues(Map.of(
                            ":hash", s(hash(token)),
                            ":now", s(clock.instant()),
                            ":one", n(1),
                            ":times", n(times))));
        } catch (ConditionalCheckFailedException refused) {
            throw expired();
        }
    }

    private static ProblemFound expired() {
        return new ProblemFound(
                ProblemKind.LINK_EXPIRED,
                "The link was used, has expired or was replaced by a newer one: look for a newer message.");
    }

    /** Refuses a token that {@link #use} would refuse, and uses nothing up. */
    public void check(String requestId, Purpose purpose, String token, int times) {
        var row = table.getItem(get ->
                        get.tableName(tableName).key(key(requestId, purpose)).consistentRead(true))
                .item();
        if (row.isEmpty()
                || !hash(token).equals(text(row, HASH))
                || !instant(row, EXPIRES).isAfter(clock.instant())
                || number(row, USES) >= times) {
            throw expired();
        }
    }

    /** Uses a token that went to several addresses: any that was issued and has not expired opens, however often. */
    public void useAny(String requestId, Purpose purpose, String token) {
        var row = table.getItem(get ->
                        get.tableName(tableName).key(key(requestId, purpose)).consistentRead(true))
                .item();
        if (!issued(requestId, purpose, token) || !instant(row, EXPIRES).isAfter(clock.instant())) {
            throw expired();
        }
    }

    /** Takes a use back, where what the token was for could not be done after all. */
    public void giveBack(String requestId, Purpose purpose) {
        table.updateItem(update -> update.tableName(tableName)
                .key(key(requestId, purpose))
                .updateExpression("SET #uses = #uses - :one")
                .conditionExpression("#uses > :none")
                .expressionAttributeNames(Map.of("#uses", USES))
                .expressionAttributeValues(Map.of(":one", n(1), ":none", n(0))));
    }

    /** Whether the token opens the request, without using it up. */
    public boolean opens(String requestId, Purpose purpose, String token) {
        var row = table.getItem(
                get -> get.tableName(tableName).key(key(requestId, purpose)).consistentRead(true));
        var stored = row.hasItem() ? text(row.item(), HASH) : "";
        return MessageDigest.isEqual(
                        stored.getBytes(StandardCharsets.UTF_8), hash(token).getBytes(StandardCharsets.UTF_8))
                && Instant.parse(text(row.item(), EXPIRES)).isAfter(clock.instant());
    }

    private static Map<String, AttributeValue> key(String requestId, Purpose purpose) {
        return Map.of("requestId", s(requestId), "item", s(purpose.item()));
    }

    private static String hash(String token) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
