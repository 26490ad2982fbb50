package dev.kept.http;

import static dev.kept.items.Items.b;
import static dev.kept.items.Items.bytes;
import static dev.kept.items.Items.n;
import static dev.kept.items.Items.s;
import static dev.kept.items.Items.text;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValuesOnConditionCheckFailure;

/**
 * The table Repetitions: a call that carries an {@code Idempotency-Key} is answered once, and its repetition gets that
 * answer again. The answer may hold a token, so it is sealed under the client's own key, of which the table has only a
 * hash: without the key nobody can read it, not even we.
 */
public final class Repetitions {
    /** How long an answer can be asked for again. */
    private static final Duration KEPT = Duration.ofHours(24);
    /** After that long without an answer the first call has died, and its repetition takes its place. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final int LONGEST_KEY = 255;
    /** S: hash of method, path, caller and key. */
    private static final String KEY = "key";
    /** S: hash of the body. */
    private static final String BODY = "body";
    /** S: when the call that answers began. */
    private static final String STARTED = "started";
    /** B: the answer, sealed; absent while it is being made. */
    private static final String ANSWER = "answer";
    /** N: epoch seconds, for time to live. */
    private static final String EXPIRES = "expires";

    private final DynamoDbClient table;
    private final String tableName;
    private final Clock clock;

    public Repetitions(DynamoDbClient table, String tableName, Clock clock) {
        this.table = table;
        this.tableName = tableName;
        this.clock = clock;
    }

    /** Answers the call, or gives again what it was answered before. */
    public Reply once(Call call, Supplier<Reply> answer) {
        var given = call.header("idempotency-key").orElse("");
        if (given.isEmpty()) {
            return answer.get();
        }
        if (given.length() > LONGEST_KEY) {
            throw new ProblemFound(
                    ProblemKind.INVALID_INPUT, "Shorten the Idempotency-Key to " + LONGEST_KEY + " characters.");
        }
        var key = hash(call.method(), call.path(), call.header("authorization").orElse(""), given);
        var body = hash(call.body());
        try {
            begin(key, body);
        } catch (ConditionalCheckFailedException known) {
            return again(known.item(), body, given);
        }
        return first(key, given, answer);
    }

    private Reply first(String key, String given, Supplier<Reply> answer) {
        Reply reply;
        try {
            reply = answer.get();
        } catch (ProblemFound refused) {
            table.deleteItem(delete -> delete.tableName(tableName).key(Map.of(KEY, s(key))));
            throw refused; // nothing was done, so what has been put right may come with the same key
        }
        table.updateItem(update -> update.tableName(tableName)
                .key(Map.of(KEY, s(key)))
                .updateExpression("SET " + ANSWER + " = :answer")
                .expressionAttributeValues(Map.of(":answer", b(crypt(Cipher.ENCRYPT_MODE, given, written(reply))))));
        return reply;
    }

    private Reply again(Map<String, AttributeValue> known, String body, String given) {
        if (!text(known, BODY).equals(body)) {
            throw new ProblemFound(
                    ProblemKind.REPETITION, "Use a new Idempotency-Key for other content, or send the first content.");
        }
        if (!known.containsKey(ANSWER)) {
            throw new ProblemFound(new Problem(
                    ProblemKind.REPETITION,
                    "The first call with this key is still being answered; ask again in a moment.",
                    List.of(),
                    2,
                    Map.of()));
        }
        return read(crypt(Cipher.DECRYPT_MODE, given, bytes(known, ANSWER)));
    }

    /** Takes the key when it is free, out of date, or held by a call that died before it answered. */
    private void begin(String key, String body) {
        var now = clock.instant();
        var values = new HashMap<String, AttributeValue>();
        values.put(":now", n(now.getEpochSecond()));
        values.put(":dead", s(now.minus(PATIENCE)));
        values.put(":body", s(body));
        table.putItem(put -> put.tableName(tableName)
                .item(Map.of(
                        KEY, s(key),
                        BODY, s(body),
                        STARTED, s(now),
                        EXPIRES, n(now.plus(KEPT).getEpochSecond())))
                .conditionExpression("attribute_not_exists(#key) OR #expires < :now"
                        + " OR (attribute_not_exists(#answer) AND #started < :dead AND #body = :body)")
                .expressionAttributeNames(
                        Map.of("#key", KEY, "#expires", EXPIRES, "#answer", ANSWER, "#started", STARTED, "#body", BODY))
                .expressionAttributeValues(values)
                .returnValuesOnConditionCheckFailure(ReturnValuesOnConditionCheckFailure.ALL_OLD));
    }

    private static byte[] written(Reply reply) {
        return Json.text(Map.of("status", reply.status(), "headers", reply.headers(), "body", reply.body()))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static Reply read(byte[] written) {
        var tree = Json.object(new String(written, StandardCharsets.UTF_8));
        var headers = new HashMap<String, String>();
        Json.child(tree, "headers").forEach((name, value) -> headers.put(name, String.valueOf(value)));
        return new Reply(Json.number(tree, "status"), headers, Json.string(tree, "body"));
    }

    /** One key seals one answer, so the nonce may be fixed. */
    private static byte[] crypt(int mode, String given, byte[] input) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(
                    mode,
                    new SecretKeySpec(digest("answer\n" + given), "AES"),
                    new GCMParameterSpec(128, new byte[12]));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String hash(String... parts) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(digest(String.join("\n", parts)));
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
