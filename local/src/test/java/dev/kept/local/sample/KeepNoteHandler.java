package dev.kept.local.sample;

import dev.kept.Settings;
import dev.kept.Wiring;
import dev.kept.http.Call;
import dev.kept.http.HttpFunction;
import dev.kept.http.Json;
import dev.kept.http.ProblemFound;
import dev.kept.http.Reply;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.sfn.SfnClient;

/** Keeps a note and starts the workflow that tidies it; gives it back; tells staff who they are. */
public final class KeepNoteHandler implements HttpFunction {
    private final Wiring wiring;
    private final Settings settings;

    public KeepNoteHandler(Wiring wiring) {
        this.wiring = wiring;
        settings = SampleClients.settings(wiring);
    }

    @Override
    public Reply answer(Call call) {
        if (call.path().equals("/staff/break")) {
            throw new StackOverflowError("on purpose");
        }
        if (call.path().equals("/staff/steal")) {
            // its Policies allow no Scan
            dynamoDb().scan(scan -> scan.tableName(table()));
        }
        if (call.path().startsWith("/forms")) {
            return Reply.created(Map.of("form", call.parameter("form")));
        }
        if (call.path().equals("/staff/tickets")) {
            return tickets(call.query().getOrDefault("of", ""));
        }
        if (call.path().startsWith("/staff")) {
            return Reply.ok(Map.of("claims", call.claims(), "parameters", call.parameters()));
        }
        var noteId = call.parameter("noteId");
        return call.method().equals("PUT") ? keep(noteId, call.body()) : give(noteId);
    }

    private Reply tickets(String email) {
        var found = dynamoDb()
                .query(query -> query.tableName(settings.get("HELPDESK_TICKETS_TABLE"))
                        .keyConditionExpression("requester = :requester")
                        .expressionAttributeValues(Map.of(":requester", AttributeValue.fromS(email))));
        return Reply.ok(Map.of("tickets", found.count()));
    }

    private Reply keep(String noteId, String text) {
        dynamoDb()
                .putItem(put -> put.tableName(table())
                        .item(Map.of(
                                "noteId", AttributeValue.fromS(noteId),
                                "topic", AttributeValue.fromS("any"),
                                "text", AttributeValue.fromS(text))));
        SfnClient stepFunctions = SampleClients.client(wiring, "stepFunctions");
        stepFunctions.startExecution(start -> start.stateMachineArn(settings.get("WORKFLOW_ARN"))
                .name(noteId)
                .input(Json.text(Map.of("noteId", noteId))));
        return Reply.created(Map.of("noteId", noteId));
    }

    private Reply give(String noteId) {
        var item = dynamoDb()
                .getItem(get -> get.tableName(table()).key(Map.of("noteId", AttributeValue.fromS(noteId))))
                .item();
        if (item.isEmpty()) {
            throw ProblemFound.notFound();
        }
        var tidy = item.containsKey("tidied");
        return Reply.ok(Map.of(
                "text",
                String.valueOf(
                        item.getOrDefault("text", AttributeValue.fromS("")).s()),
                "tidied",
                tidy));
    }

    private DynamoDbClient dynamoDb() {
        return SampleClients.client(wiring, "dynamoDb");
    }

    private String table() {
        return settings.get("NOTES_TABLE");
    }
}
