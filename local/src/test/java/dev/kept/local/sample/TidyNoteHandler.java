package dev.kept.local.sample;

import dev.kept.Wiring;
import dev.kept.step.Step;
import dev.kept.step.StepFunction;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Marks a note as tidied; the note {@code never} cannot be. */
public final class TidyNoteHandler implements StepFunction {
    private final Wiring wiring;

    public TidyNoteHandler(Wiring wiring) {
        this.wiring = wiring;
    }

    @Override
    public Map<String, Object> run(Step step) {
        if (step.text("noteId").equals("never")) {
            throw new IllegalStateException("cannot be tidied");
        }
        DynamoDbClient dynamoDb = SampleClients.client(wiring, "dynamoDb");
        dynamoDb.updateItem(
                update -> update.tableName(SampleClients.settings(wiring).get("NOTES_TABLE"))
                        .key(Map.of("noteId", AttributeValue.fromS(step.text("noteId"))))
                        .updateExpression("SET tidied = :yes")
                        .expressionAttributeValues(Map.of(":yes", AttributeValue.fromBool(true))));
        return Map.of("tidied", 1);
    }
}
