package dev.kept.request;

import static dev.kept.items.Items.find;
import static dev.kept.items.Items.s;

import dev.kept.http.Json;
import java.util.Locale;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.InvalidTokenException;
import software.amazon.awssdk.services.sfn.model.TaskDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.TaskTimedOutException;

/**
 * Where a request's workflow waits for a person: the task tokens.
 *
 * <p>A token only wakes the workflow. What was decided stands in the tables, written before the token is sent, and the
 * step that begins a wait looks there after it has written its token: whichever comes first, neither is missed.
 */
public final class Waits {
    /** What a workflow waits for. */
    public enum For {
        CONFIRMATION,
        DECISION,
        /** The next day of an account that ends, or that its owner decides otherwise. */
        CLOSING,
        IDENTITY;

        String item() {
            return "wait#" + name().toLowerCase(Locale.ROOT);
        }
    }

    private static final String TOKEN = "taskToken";

    private final DynamoDbClient table;
    private final String tableName;
    private final SfnClient workflows;

    public Waits(DynamoDbClient table, String tableName, SfnClient workflows) {
        this.table = table;
        this.tableName = tableName;
        this.workflows = workflows;
    }

    /** The workflow waits from now on under this token; the one before it is forgotten. */
    public void begin(String requestId, For what, String taskToken) {
        table.putItem(put -> put.tableName(tableName)
                .item(Map.of("requestId", s(requestId), "item", s(what.item()), TOKEN, s(taskToken))));
    }

    /** Wakes the workflow where it waits for that; nothing happens when it does not. */
    public void wake(String requestId, For what, String outcome) {
        var row = table.getItem(
                get -> get.tableName(tableName).key(key(requestId, what)).consistentRead(true));
        if (row.hasItem()) {
            find(row.item(), TOKEN).ifPresent(token -> send(token, outcome));
        }
    }

    private void send(String token, String outcome) {
        try {
            workflows.sendTaskSuccess(
                    success -> success.taskToken(token).output(Json.text(Map.of("outcome", outcome))));
        } catch (TaskTimedOutException | TaskDoesNotExistException | InvalidTokenException movedOn) {
            // the workflow is past this wait, and what it does next begins with a look at the tables
        }
    }

    private static Map<String, AttributeValue> key(String requestId, For what) {
        return Map.of("requestId", s(requestId), "item", s(what.item()));
    }
}
