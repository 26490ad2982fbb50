package dev.kept.task;

import static dev.kept.items.Items.s;
import static dev.kept.items.Items.text;

import dev.kept.http.Json;
import dev.kept.items.Deletions;
import dev.kept.ledger.Entry;
import dev.kept.ledger.Ledger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.Update;

/** The table Tasks: what waits for whom until when. */
public final class Tasks {
    /** The index of open tasks, the earliest due first. */
    private static final String BY_DUE = "ByDue";

    private final DynamoDbClient table;
    private final String tableName;

    public Tasks(DynamoDbClient table, String tableName) {
        this.table = table;
        this.tableName = tableName;
    }

    /**
     * Opens a task.
     *
     * @return false when it is there already, so that a step that is repeated opens it once
     */
    public boolean open(Task task) {
        try {
            table.putItem(put -> put.tableName(tableName)
                    .item(TaskRows.row(task))
                    .conditionExpression("attribute_not_exists(taskId)"));
            return true;
        } catch (ConditionalCheckFailedException there) {
            return false;
        }
    }

    public Optional<Task> find(String taskId) {
        var row = table.getItem(
                get -> get.tableName(tableName).key(Map.of("taskId", s(taskId))).consistentRead(true));
        return row.hasItem() ? Optional.of(TaskRows.read(row.item())) : Optional.empty();
    }

    /**
     * Decides a task that is still open, on exactly that plan, and enters it in the ledger: both or neither.
     *
     * @return false when it was decided or closed in between, or the plan has changed
     */
    public boolean decide(Task task, Task.Decided decided, Ledger ledger, Entry entry) {
        var values = Map.of(":hash", s(task.planHash()), ":decided", s(TaskRows.written(decided)));
        var deed = update(task, "SET decided = :decided REMOVE #open", Map.of("#open", "open"), values);
        // refused is also the repetition of a call that was carried out and whose answer was lost
        return ledger.appendWith(entry, deed)
                || find(task.id())
                        .flatMap(Task::decided)
                        .filter(decided::equals)
                        .isPresent();
    }

    /** Notes the first of two and enters it in the ledger; false when somebody else decided in between. */
    boolean first(Task task, Task.First first, Ledger ledger, Entry entry) {
        var values = Map.of(":hash", s(task.planHash()), ":first", s(TaskRows.written(first)));
        var deed = update(task, "SET #first = :first", Map.of("#first", "first", "#open", "open"), values);
        return ledger.appendWith(entry, deed);
    }

    /** Gives an open task the plan that is true now; whoever has decided first on the one before has to look again. */
    void replan(Task task, Map<String, Object> plan, String planHash) {
        try {
            table.updateItem(update -> update.tableName(tableName)
                    .key(Map.of("taskId", s(task.id())))
                    .updateExpression("SET #plan = :plan, planHash = :new REMOVE #first")
                    .conditionExpression("attribute_exists(#open) AND planHash = :hash")
                    .expressionAttributeNames(Map.of("#plan", "plan", "#first", "first", "#open", "open"))
                    .expressionAttributeValues(
                            Map.of(":plan", s(Json.text(plan)), ":new", s(planHash), ":hash", s(task.planHash()))));
        } catch (ConditionalCheckFailedException another) {
            // somebody else has replanned it, or it is decided
        }
    }

    /** Closes a task that nobody needs to decide any more. */
    public void close(String taskId) {
        table.updateItem(update -> update.tableName(tableName)
                .key(Map.of("taskId", s(taskId)))
                .updateExpression("REMOVE #open")
                .expressionAttributeNames(Map.of("#open", "open")));
    }

    /** The tasks in which a request was to be decided so far, round by round. */
    public List<Task> rounds(String requestId) {
        var rounds = new ArrayList<Task>();
        for (var task = find(OpenDecision.taskId(requestId, 1));
                task.isPresent();
                task = find(OpenDecision.taskId(requestId, rounds.size() + 1))) {
            rounds.add(task.get());
        }
        return rounds;
    }

    /**
     * Deletes every task of those requests, open or not; looks through all tasks, so for many requests at once. Twice is once.
     */
    public void deleteOf(Set<String> requests) {
        var doomed = table
                .scanPaginator(scan -> scan.tableName(tableName)
                        .projectionExpression("taskId, requestId")
                        .consistentRead(true))
                .items()
                .stream()
                .filter(row -> requests.contains(text(row, "requestId")))
                .map(row -> Map.of("taskId", s(text(row, "taskId"))))
                .toList();
        new Deletions(table, tableName).delete(doomed);
    }

    /** Gives a task the due that its request has now. */
    void dueAt(String taskId, Instant due) {
        table.updateItem(update -> update.tableName(tableName)
                .key(Map.of("taskId", s(taskId)))
                .updateExpression("SET due = :due")
                .conditionExpression("attribute_exists(taskId)")
                .expressionAttributeValues(Map.of(":due", s(due))));
    }

    /** A page of open tasks. */
    public record Page(List<Task> tasks, Optional<String> next) {}

    /**
     * Open tasks, the earliest due first.
     *
     * @param after the {@code next} of the page before
     */
    public Page open(Optional<String> after, int limit) {
        var answer = table.query(query -> {
            query.tableName(tableName)
                    .indexName(BY_DUE)
                    .keyConditionExpression("#open = :open")
                    .expressionAttributeNames(Map.of("#open", "open"))
                    .expressionAttributeValues(Map.of(":open", s("open")))
                    .limit(limit);
            after.map(TaskRows::position).ifPresent(query::exclusiveStartKey);
        });
        var tasks = answer.items().stream().map(TaskRows::read).toList();
        return new Page(
                tasks,
                answer.hasLastEvaluatedKey()
                        ? Optional.of(TaskRows.position(answer.lastEvaluatedKey()))
                        : Optional.empty());
    }

    private TransactWriteItem update(
            Task task, String expression, Map<String, String> names, Map<String, AttributeValue> values) {
        return TransactWriteItem.builder()
                .update(Update.builder()
                        .tableName(tableName)
                        .key(Map.of("taskId", s(task.id())))
                        .updateExpression(expression)
                        .conditionExpression("attribute_exists(#open) AND planHash = :hash")
                        .expressionAttributeNames(names)
                        .expressionAttributeValues(values)
                        .build())
                .build();
    }
}
