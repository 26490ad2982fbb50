package dev.kept.system;

import static dev.kept.items.Items.s;

import dev.kept.policy.ConnectedSystemDeclaration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The new values of a person's fields, as the attributes of a table's items hold them. */
final class TableCorrection {
    private final ConnectedSystemDeclaration.DynamoDb declared;
    private final Map<String, String> values = new LinkedHashMap<>();

    /**
     * @param fields the new values, by the names that the forms have for the fields
     */
    TableCorrection(ConnectedSystemDeclaration.DynamoDb declared, Map<String, String> fields) {
        this.declared = declared;
        for (var attribute : declared.attributes()) {
            var field = attribute.field();
            var value = field == null ? null : fields.get(field);
            if (value != null && !attribute.thirdParty() && !finds(attribute.name())) {
                values.put(attribute.name(), value);
            }
        }
    }

    /** What an item's key and the key of an index are made of finds it, so it stays. */
    private boolean finds(String attribute) {
        return declared.itemKey().contains(attribute)
                || attribute.equals(declared.key().attribute())
                || attribute.equals(declared.sortKey());
    }

    /** Whether a table has such an attribute at all. */
    boolean isEmpty() {
        return values.isEmpty();
    }

    /** Whether it is about an attribute of that name. */
    boolean includes(String attribute) {
        return values.containsKey(attribute);
    }

    /** Whether an item holds something else than the new values. */
    boolean concerns(Map<String, AttributeValue> item) {
        return !old(item).isEmpty();
    }

    private Map<String, AttributeValue> old(Map<String, AttributeValue> item) {
        var old = new LinkedHashMap<>(item);
        old.keySet().retainAll(values.keySet());
        old.entrySet().removeIf(held -> AttributeText.of(held.getValue()).equals(values.get(held.getKey())));
        return old;
    }

    /**
     * Replaces what was read, and nothing that was written since.
     *
     * @throws SdkException also when the item has changed meanwhile
     */
    void replace(DynamoDbClient client, String tableName, Map<String, AttributeValue> item) {
        var names = new LinkedHashMap<String, String>();
        var written = new LinkedHashMap<String, AttributeValue>();
        var sets = new ArrayList<String>();
        var conditions = new ArrayList<String>();
        old(item).forEach((name, value) -> {
            if (value.type() != AttributeValue.Type.S) {
                throw new SystemUnavailable(declared.id(), "it holds " + name + " otherwise than as text");
            }
            var number = names.size();
            names.put("#a" + number, name);
            written.put(":n" + number, s(values.getOrDefault(name, "")));
            written.put(":o" + number, value);
            sets.add("#a" + number + " = :n" + number);
            conditions.add("#a" + number + " = :o" + number);
        });
        client.updateItem(update -> update.tableName(tableName)
                .key(declared.keyOf(item))
                .updateExpression("SET " + String.join(", ", sets))
                .conditionExpression(String.join(" AND ", conditions))
                .expressionAttributeNames(names)
                .expressionAttributeValues(written));
    }
}
