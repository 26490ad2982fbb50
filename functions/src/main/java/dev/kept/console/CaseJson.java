package dev.kept.console;

import dev.kept.clock.ClockEvent;
import dev.kept.person.Restriction;
import dev.kept.policy.Ground;
import dev.kept.recipient.RecipientLines;
import dev.kept.request.Exhibit;
import dev.kept.request.Request;
import dev.kept.task.Decision;
import dev.kept.task.Grounds;
import dev.kept.task.Task;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What staff see of a request, for callers that read JSON. */
final class CaseJson {
    private CaseJson() {}

    /** A page of a list, with the place to go on from where there is more. */
    static Map<String, Object> page(String name, List<?> rows, Optional<String> next) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put(name, rows);
        next.ifPresent(place -> tree.put("next", place));
        return tree;
    }

    /** A task with all that its decision needs. */
    static Map<String, Object> task(CaseFile file, Task task, Grounds grounds) {
        var found = Found.in(task.plan());
        var tree = row(task);
        tree.put("request", request(file));
        tree.put("deadline", deadline(file));
        tree.put("found", found.lines().stream().map(CaseJson::line).toList());
        tree.put("unanswered", found.unanswered());
        tree.put("plan", task.plan());
        tree.put("planHash", task.planHash());
        tree.put("may", task.may().stream().map(Decision::word).toList());
        tree.put("refusals", grounds(grounds.refusals(file.request()), file));
        tree.put("extensions", grounds(grounds.extensions(), file));
        tree.put("others", file.others().stream().map(CaseJson::row).toList());
        tree.put("changes", changes(file));
        tree.put("evidence", evidence(file));
        tree.put("restrictions", restrictions(file));
        task.first().ifPresent(first -> tree.put("first", first(first)));
        task.decided().ifPresent(decided -> tree.put("decided", decided(decided)));
        return tree;
    }

    private static List<Map<String, Object>> changes(CaseFile file) {
        return file.changes().stream()
                .map(change -> Map.<String, Object>of(
                        "field",
                        change.field(),
                        "held",
                        change.held().stream()
                                .map(held -> Map.of(
                                        "system", held.system(), "value", held.value(), "records", held.records()))
                                .toList(),
                        "proposed",
                        change.proposed()))
                .toList();
    }

    private static List<Map<String, Object>> evidence(CaseFile file) {
        return file.evidence().stream().map(Exhibit::tree).toList();
    }

    private static List<Map<String, Object>> restrictions(CaseFile file) {
        return file.restrictions().stream().map(CaseJson::restriction).toList();
    }

    private static Map<String, Object> restriction(Restriction restriction) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("requestId", restriction.requestId());
        tree.put("reason", restriction.reason());
        restriction.since().ifPresent(since -> tree.put("since", since.toString()));
        return tree;
    }

    private static Map<String, Object> recipient(RecipientLines.Line line) {
        return Map.of(
                "recipient", line.recipient(),
                "state", line.state().word(),
                "by", line.by(),
                "at", line.at().toString());
    }

    /** The file of a request. */
    static Map<String, Object> file(CaseFile file) {
        var tree = request(file);
        tree.put("deadline", deadline(file));
        tree.put(
                "steps",
                file.steps().stream()
                        .map(step -> Map.of("at", step.at().toString(), "step", step.step()))
                        .toList());
        tree.put(
                "events",
                file.request().events().stream().map(ClockEvent::toMap).toList());
        tree.put("tasks", file.tasks().stream().map(CaseJson::taskOfFile).toList());
        tree.put("others", file.others().stream().map(CaseJson::row).toList());
        tree.put("changes", changes(file));
        tree.put("evidence", evidence(file));
        tree.put("restrictions", restrictions(file));
        tree.put(
                "recipients",
                file.recipients().stream().map(CaseJson::recipient).toList());
        file.receipt().ifPresent(place -> tree.put("receipt", Map.of("seq", place.seq(), "hash", place.hash())));
        return tree;
    }

    /** A task in a list. */
    static Map<String, Object> row(Task task) {
        var row = new LinkedHashMap<String, Object>();
        row.put("taskId", task.id());
        row.put("kind", task.kind());
        row.put("requestId", task.requestId());
        row.put("opened", task.opened().toString());
        row.put("due", task.due().toString());
        return row;
    }

    /** A request in a list. */
    static Map<String, Object> row(Request request) {
        var row = new LinkedHashMap<String, Object>();
        row.put("requestId", request.id());
        row.put("kind", request.kind().word());
        row.put("state", request.state().word());
        row.put("received", request.received().toString());
        row.put("answerBy", request.due().strictDate().toString());
        request.due().extendedTo().ifPresent(date -> row.put("extendedTo", date.toString()));
        return row;
    }

    private static Map<String, Object> request(CaseFile file) {
        var tree = row(file.request());
        tree.put("language", file.request().language());
        tree.put("policy", file.request().policy());
        file.request().failure().ifPresent(error -> tree.put("failure", error));
        file.personal().ifPresent(typed -> {
            var identifier = typed.content().identifier();
            tree.put(
                    "identifier",
                    Map.of(
                            "type", identifier.type().name().toLowerCase(Locale.ROOT),
                            "value", identifier.value().reveal()));
            tree.put("message", typed.content().message().reveal());
            tree.put("details", typed.content().details());
            typed.identity().ifPresent(answer -> tree.put("identityAnswer", answer));
        });
        return tree;
    }

    private static Map<String, Object> deadline(CaseFile file) {
        var due = file.request().due();
        var tree = new LinkedHashMap<String, Object>();
        tree.put("strict", due.strictDate().toString());
        tree.put("outer", due.outerDate().toString());
        due.extendedTo().ifPresent(date -> tree.put("extendedTo", date.toString()));
        tree.put("standing", file.deadline().standing(file.now()).name().toLowerCase(Locale.ROOT));
        tree.put("usedPercent", TimeUsed.percent(file.request(), file.now()));
        tree.put("explanation", file.deadline().explanation().toMap());
        return tree;
    }

    private static Map<String, Object> line(Found.Line line) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("system", line.system());
        tree.put("category", line.category());
        tree.put("count", line.count());
        // of a copy it goes without saying
        Optional.ofNullable(line.does()).filter(does -> !does.equals("copy")).ifPresent(does -> tree.put("does", does));
        return tree;
    }

    private static List<Map<String, String>> grounds(List<Ground> grounds, CaseFile file) {
        var language = file.request().language();
        return grounds.stream()
                .map(ground ->
                        Map.of("code", ground.code(), "text", ground.text().in(language), "article", ground.article()))
                .toList();
    }

    private static Map<String, Object> taskOfFile(Task task) {
        var tree = row(task);
        tree.put("planHash", task.planHash());
        task.first().ifPresent(first -> tree.put("first", first(first)));
        task.decided().ifPresent(decided -> tree.put("decided", decided(decided)));
        return tree;
    }

    private static Map<String, Object> first(Task.First first) {
        return Map.of("decision", first.decision().word(), "reason", first.reason(), "by", first.by());
    }

    private static Map<String, Object> decided(Task.Decided decided) {
        return Map.of(
                "decision", decided.decision().word(),
                "reason", decided.reason(),
                "refused", decided.refused(),
                "by", decided.by(),
                "role", decided.role(),
                "at", decided.at().toString());
    }
}
