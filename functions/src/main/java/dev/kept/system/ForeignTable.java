package dev.kept.system;

import static dev.kept.items.Items.s;

import dev.kept.policy.ConnectedSystemDeclaration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Another software's DynamoDB table, as the policy declares it. */
final class ForeignTable implements ConnectedSystem {
    private final ConnectedSystemDeclaration.DynamoDb declared;
    private final DynamoDbClient client;
    private final String tableName;

    ForeignTable(ConnectedSystemDeclaration.DynamoDb declared, DynamoDbClient client, String tableName) {
        this.declared = declared;
        this.client = client;
        this.tableName = tableName;
    }

    @Override
    public String id() {
        return declared.id();
    }

    @Override
    public Map<String, Integer> count(Subject subject) {
        var counts = new LinkedHashMap<String, Integer>();
        forEach(subject, item -> rows(item).forEach(row -> counts.merge(row.category(), 1, Integer::sum)));
        return counts;
    }

    @Override
    public void gather(Subject subject, Collector collector) {
        forEach(subject, item -> rows(item).forEach(collector::row));
    }

    private void forEach(Subject subject, Consumer<Map<String, AttributeValue>> consumer) {
        var key = declared.key();
        try {
            for (var value : subject.values(key.identifier())) {
                client.queryPaginator(query -> query.tableName(tableName)
                                .indexName(declared.index())
                                .keyConditionExpression("#key = :value")
                                .expressionAttributeNames(Map.of("#key", key.attribute()))
                                .expressionAttributeValues(
                                        Map.of(":value", s(key.form().write(value)))))
                        .items()
                        .forEach(consumer);
            }
        } catch (SdkException silent) {
            throw new SystemUnavailable(id(), silent);
        }
    }

    /**
     * An item's rows, one for each category that its attributes belong to. An attribute that the policy does not
     * declare is the person's data all the same and goes with the first category; somebody else's is left out by name.
     */
    private Iterable<Row> rows(Map<String, AttributeValue> item) {
        var byCategory = new LinkedHashMap<String, Map<String, String>>();
        var redacted = new ArrayList<String>();
        var declaredNames = declared.attributes().stream()
                .collect(Collectors.toMap(ConnectedSystemDeclaration.Attribute::name, attribute -> attribute));
        var first = declared.attributes().get(0).category();
        var names = new ArrayList<>(declared.attributes().stream()
                .map(ConnectedSystemDeclaration.Attribute::name)
                .toList());
        item.keySet().stream().sorted().filter(name -> !names.contains(name)).forEach(names::add);
        for (var name : names) {
            var value = item.get(name);
            var attribute = declaredNames.get(name);
            if (value == null || (name.equals(declared.key().attribute()) && attribute == null)) {
                continue;
            }
            if (attribute != null && attribute.thirdParty()) {
                redacted.add(name);
            } else {
                byCategory
                        .computeIfAbsent(
                                attribute == null ? first : attribute.category(), made -> new LinkedHashMap<>())
                        .put(name, AttributeText.of(value));
            }
        }
        return byCategory.entrySet().stream()
                .map(entry -> new Row(entry.getKey(), Map.of(), entry.getValue(), redacted))
                .toList();
    }
}
