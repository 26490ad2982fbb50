package dev.kept.choice;

import static dev.kept.items.Items.find;
import static dev.kept.items.Items.n;
import static dev.kept.items.Items.number;
import static dev.kept.items.Items.s;
import static dev.kept.items.Items.text;

import dev.kept.ledger.Entry;
import dev.kept.ledger.Ledger;
import dev.kept.person.Identifier;
import dev.kept.person.IdentifierHashes;
import dev.kept.policy.Facts;
import dev.kept.policy.Lifetimes;
import dev.kept.policy.Policy;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * The table Suppressions: the addresses that no marketing goes to. It holds keyed hashes and never an address, and of a
 * person nothing else (CNIL MED-2023-040); it is asked about an address and cannot be read for one. Beside them, for as long
 * as their links work, the consents that wait to be confirmed.
 */
public final class Suppressions {
    /** S: the keyed hash, of other text than any identifier's; for a consent that waits, its id. */
    private static final String HASH = "suppression";
    /** S: ISO 8601 instant. */
    private static final String SINCE = "since";
    /** S: the code of why. */
    private static final String REASON = "reason";
    /** S: the id of the last consent given anew; absent where there is none, or she has objected since. */
    private static final String CONSENT = "consent";
    /** S: when that was given. */
    private static final String GIVEN = "given";
    /** BOOL: whether its owner has been asked to confirm it. */
    private static final String ASKED = "asked";
    /** Longer than a function that takes forms may work. */
    private static final Duration ASKING = Duration.ofMinutes(1);

    /** The category of the policy whose rule says for how long. */
    private static final String CATEGORY = "suppression";

    /** What the keys of consents begin with. */
    private static final String WAITING = "consent#";
    /** S: of a consent, the keyed hash of its address. */
    private static final String ADDRESS = "address";
    /** S: of a consent, the hash of the token in its link. */
    private static final String TOKEN = "token";
    /** N: of an address, the second from which on its objection need not be known any more; of a consent, at which its link ends. */
    private static final String EXPIRES = "expires";

    private final DynamoDbClient table;
    private final String tableName;
    private final Supplier<IdentifierHashes> hashes;
    private final Supplier<Policy> policy;
    private final Clock clock;

    /**
     * @param hashes asked only about an address, and not when a consent is confirmed
     * @param policy asked only when an address is suppressed, for how long
     */
    public Suppressions(
            DynamoDbClient table,
            String tableName,
            Supplier<IdentifierHashes> hashes,
            Supplier<Policy> policy,
            Clock clock) {
        this.table = table;
        this.tableName = tableName;
        this.hashes = hashes;
        this.policy = policy;
        this.clock = clock;
    }

    /** Why an address is not written to. */
    public enum Reason {
        /** Its owner has objected to marketing. */
        OBJECTION,
        /** Its owner had let marketing be sent to her and was then erased: whoever has the address elsewhere is stopped. */
        ERASURE
    }

    /**
     * Suppresses an address; it stays so since the first time and for its reason, for as long as the policy says from the last
     * time. A consent that was given before and waits to be confirmed counts no more.
     */
    public void add(Identifier address, Reason reason) {
        var now = clock.instant();
        var names = new HashMap<>(
                Map.of("#since", SINCE, "#reason", REASON, "#consent", CONSENT, "#given", GIVEN, "#asked", ASKED));
        var values = new HashMap<>(Map.of(":now", s(now), ":reason", s(reason.name())));
        var set = "SET #since = if_not_exists(#since, :now), #reason = if_not_exists(#reason, :reason)";
        var end = end(now);
        if (end.isPresent()) {
            names.put("#expires", EXPIRES);
            values.put(":expires", n(end.get().getEpochSecond()));
            set += ", #expires = :expires";
        }
        var expression = set + " REMOVE #consent, #given, #asked";
        table.updateItem(update -> update.tableName(tableName)
                .key(key(hashes.get().ofSuppression(address)))
                .updateExpression(expression)
                .expressionAttributeNames(names)
                .expressionAttributeValues(values));
    }

    /** The moment after the last day of a suppression; empty where the policy gives it none. */
    private Optional<Instant> end(Instant now) {
        var said = policy.get();
        var today = LocalDate.ofInstant(now, said.zone());
        return Optional.ofNullable(said.categories().get(CATEGORY))
                .flatMap(rule -> new Lifetimes(said.fiscalYearEnd())
                        .of(rule, Facts.collected(today).objected(today))
                        .lastDay())
                .map(last -> last.plusDays(1).atStartOfDay(said.zone()).toInstant());
    }

    /** Whether an address is suppressed; a known and an unknown one take the same two calls. */
    public boolean has(Identifier address) {
        var hash = hashes.get().ofSuppression(address);
        return table.getItem(get -> get.tableName(tableName).key(key(hash)).consistentRead(true))
                .hasItem();
    }

    /**
     * Notes a consent that was given anew for a suppressed address and waits to be confirmed.
     *
     * @param works how long its link works, in which no other consent is noted; but when it is not said soon that its owner
     *     {@link #asked was asked}, whoever was about to ask has died
     * @return false where the address is not suppressed, or another waits
     */
    boolean ask(Identifier address, String consentId, String token, Duration works) {
        var hash = hashes.get().ofSuppression(address);
        var now = clock.instant();
        try {
            table.updateItem(update -> update.tableName(tableName)
                    .key(key(hash))
                    .updateExpression("SET #consent = :consent, #given = :now REMOVE #asked")
                    .conditionExpression("attribute_exists(#since) AND (attribute_not_exists(#given) OR #given <= :over"
                            + " OR (attribute_not_exists(#asked) AND #given <= :died))")
                    .expressionAttributeNames(
                            Map.of("#since", SINCE, "#consent", CONSENT, "#given", GIVEN, "#asked", ASKED))
                    .expressionAttributeValues(Map.of(
                            ":consent", s(consentId),
                            ":now", s(now),
                            ":over", s(now.minus(works)),
                            ":died", s(now.minus(ASKING)))));
        } catch (ConditionalCheckFailedException nothingToAsk) {
            return false;
        }
        var waiting = Map.of(
                HASH, s(WAITING + consentId),
                ADDRESS, s(hash),
                TOKEN, s(hash(token)),
                EXPIRES, n(now.plus(works).getEpochSecond()));
        table.putItem(put -> put.tableName(tableName).item(waiting));
        return true;
    }

    /** The owner of the address has been asked. */
    void asked(Identifier address, String consentId) {
        change(address, consentId, "SET " + ASKED + " = :yes", Map.of(":yes", AttributeValue.fromBool(true)));
    }

    /** Takes back that a consent waits, since its owner could not be asked. */
    void unask(Identifier address, String consentId) {
        change(address, consentId, "REMOVE " + CONSENT + ", " + GIVEN, Map.of());
    }

    private void change(Identifier address, String consentId, String change, Map<String, AttributeValue> values) {
        var all = new HashMap<>(values);
        all.put(":consent", s(consentId));
        try {
            table.updateItem(update -> update.tableName(tableName)
                    .key(key(hashes.get().ofSuppression(address)))
                    .updateExpression(change)
                    .conditionExpression(CONSENT + " = :consent")
                    .expressionAttributeValues(all));
        } catch (ConditionalCheckFailedException another) {
            // she has objected again meanwhile
        }
    }

    /**
     * Ends the suppression of the address for which a consent was given, and enters that in the ledger, both or neither.
     *
     * @return false when the token is not the one of its link, the link works no longer, or she has objected since
     */
    boolean end(String consentId, String token, Ledger ledger, Entry entry) {
        var waiting = table.getItem(get ->
                        get.tableName(tableName).key(key(WAITING + consentId)).consistentRead(true))
                .item();
        return addressOf(waiting, token)
                .filter(address -> ledger.appendWith(entry, ending(address, consentId)))
                .isPresent();
    }

    private Optional<String> addressOf(Map<String, AttributeValue> waiting, String token) {
        return find(waiting, TOKEN)
                .filter(hash(token)::equals)
                .filter(hash -> Instant.ofEpochSecond(number(waiting, EXPIRES)).isAfter(clock.instant()))
                .map(hash -> text(waiting, ADDRESS));
    }

    private TransactWriteItem ending(String address, String consentId) {
        return TransactWriteItem.builder()
                .delete(delete -> delete.tableName(tableName)
                        .key(key(address))
                        .conditionExpression("#consent = :consent")
                        .expressionAttributeNames(Map.of("#consent", CONSENT))
                        .expressionAttributeValues(Map.of(":consent", s(consentId))))
                .build();
    }

    private static Map<String, AttributeValue> key(String hash) {
        return Map.of(HASH, s(hash));
    }

    private static String hash(String token) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
