package dev.kept.task;

import static dev.kept.items.Items.find;
import static dev.kept.items.Items.instant;
import static dev.kept.items.Items.s;
import static dev.kept.items.Items.text;
import static dev.kept.items.Items.texts;

import dev.kept.http.Json;
import dev.kept.http.ProblemFound;
import dev.kept.http.ProblemKind;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** How tasks are written into items of the table Tasks, and read from them. */
final class TaskRows {
    private TaskRows() {}

    static Map<String, AttributeValue> row(Task task) {
        var row = new HashMap<String, AttributeValue>();
        row.put("taskId", s(task.id()));
        row.put("kind", s(task.kind()));
        row.put("requestId", s(task.requestId()));
        row.put("opened", s(task.opened()));
        row.put("due", s(task.due()));
        row.put("plan", s(Json.text(task.plan())));
        row.put("planHash", s(task.planHash()));
        row.put("may", texts(task.may().stream().map(Decision::word).toList()));
        row.put("open", s("open"));
        return row;
    }

    static Task read(Map<String, AttributeValue> row) {
        return new Task(
                text(row, "taskId"),
                text(row, "kind"),
                text(row, "requestId"),
                instant(row, "opened"),
                instant(row, "due"),
                Json.object(text(row, "plan")),
                text(row, "planHash"),
                texts(row, "may").stream()
                        .flatMap(word -> Decision.of(word).stream())
                        .toList(),
                find(row, "decided").map(Json::object).map(TaskRows::decided),
                find(row, "first").map(Json::object).map(TaskRows::first));
    }

    static String written(Task.Decided decided) {
        return Json.text(Map.of(
                "decision", decided.decision().word(),
                "reason", decided.reason(),
                "by", decided.by(),
                "role", decided.role(),
                "at", decided.at().toString(),
                "counts", decided.counts(),
                "refused", decided.refused()));
    }

    static String written(Task.First first) {
        return Json.text(Map.of(
                "decision", first.decision().word(),
                "reason", first.reason(),
                "by", first.by(),
                "role", first.role(),
                "at", first.at().toString()));
    }

    /** Where a page ended, in a form that can stand in an address. */
    static String position(Map<String, AttributeValue> key) {
        var text = text(key, "taskId") + " " + text(key, "due");
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    static Map<String, AttributeValue> position(String written) {
        try {
            var parts = new String(Base64.getUrlDecoder().decode(written), StandardCharsets.UTF_8).split(" ", -1);
            return Map.of("taskId", s(parts[0]), "due", s(Instant.parse(parts[1])), "open", s("open"));
        } catch (RuntimeException forged) {
            throw new ProblemFound(ProblemKind.NOT_FOUND, "Start again from the first page.");
        }
    }

    private static Task.Decided decided(Map<String, Object> tree) {
        var refused = new HashMap<String, String>();
        Json.child(tree, "refused").forEach((part, ground) -> refused.put(part, String.valueOf(ground)));
        return new Task.Decided(
                Decision.of(String.valueOf(tree.get("decision"))).orElseThrow(),
                String.valueOf(tree.get("reason")),
                String.valueOf(tree.get("by")),
                String.valueOf(tree.get("role")),
                Instant.parse(String.valueOf(tree.get("at"))),
                counts(Json.child(tree, "counts")),
                refused);
    }

    private static Map<String, Integer> counts(Map<String, Object> tree) {
        var counts = new TreeMap<String, Integer>();
        tree.keySet().forEach(category -> counts.put(category, Json.number(tree, category)));
        return counts;
    }

    private static Task.First first(Map<String, Object> tree) {
        return new Task.First(
                Decision.of(String.valueOf(tree.get("decision"))).orElseThrow(),
                String.valueOf(tree.get("reason")),
                String.valueOf(tree.get("by")),
                String.valueOf(tree.get("role")),
                Instant.parse(String.valueOf(tree.get("at"))));
    }
}
