package dev.kept.retention;

import static dev.kept.items.Items.text;

import dev.kept.person.Keys;
import dev.kept.request.Contents;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The table Requests: what was typed into a request goes when the key is gone that it was sealed under. */
final class RequestsRule implements RowRule {
    private final Keys keys;

    RequestsRule(Keys keys) {
        this.keys = keys;
    }

    @Override
    public Optional<Map<String, AttributeValue>> left(Owed owed, Map<String, AttributeValue> row) {
        return row.containsKey(Contents.SEALED) && !keys.has(text(row, "requestId"), Contents.KEY_CLASS)
                ? Optional.empty()
                : Optional.of(row);
    }

    @Override
    public boolean isWanted(Owed owed, Map<String, AttributeValue> row) {
        return true;
    }
}
