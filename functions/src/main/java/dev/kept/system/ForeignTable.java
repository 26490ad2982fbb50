package dev.kept.system;

import static dev.kept.items.Items.find;
import static dev.kept.items.Items.s;

import dev.kept.items.Deletions;
import dev.kept.policy.ConnectedSystemDeclaration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/** Another software's DynamoDB table, as the policy declares it. */
final class ForeignTable implements ConnectedSystem, AgedSystem {
    private final ConnectedSystemDeclaration.DynamoDb declared;
    private final DynamoDbClient client;
    private final String tableName;
    private final ZoneId zone;

    /**
     * @param zone of the times that the table writes without one
     */
    ForeignTable(ConnectedSystemDeclaration.DynamoDb declared, DynamoDbClient client, String tableName, ZoneId zone) {
        this.declared = declared;
        this.client = client;
        this.tableName = tableName;
        this.zone = zone;
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

    @Override
    public void look(Subject subject, Sightings seen) {
        forEach(subject, item -> categories(item).forEach(category -> seen.saw(category, 1, made(item))));
    }

    /** When an item was made, where the policy says which attribute tells. */
    private Optional<Instant> made(Map<String, AttributeValue> item) {
        return Optional.ofNullable(declared.made()).flatMap(name -> Moment.of(item.get(name), zone));
    }

    @Override
    public int ages(Ages seen) {
        var undated = 0;
        for (var item : all()) {
            var made = made(item);
            if (made.isEmpty()) {
                undated++;
            } else {
                categories(item).forEach(category -> seen.saw(place(item), category, made.get()));
            }
        }
        return undated;
    }

    @Override
    public Map<String, Integer> purge(AgedSystem.Selection selected, int atMost) {
        var gone = new TreeMap<String, Integer>();
        var left = atMost;
        for (var item : all()) {
            var made = made(item);
            if (made.isEmpty()) {
                continue;
            }
            var present = categories(item);
            var going = present.stream()
                    .filter(category -> selected.includes(place(item), category, made.get()))
                    .toList();
            if (!going.isEmpty() && left-- == 0) {
                break;
            }
            if (!going.isEmpty() && purge(item, going, going.size() == present.size())) {
                going.forEach(category -> gone.merge(category, 1, Integer::sum));
            }
        }
        return gone;
    }

    /** Erases an item, or some of its categories, unless it has come to say another time meanwhile. */
    private boolean purge(Map<String, AttributeValue> item, List<String> going, boolean whole) {
        var made = String.valueOf(declared.made());
        try {
            if (whole) {
                client.deleteItem(delete -> delete.tableName(tableName)
                        .key(declared.keyOf(item))
                        .conditionExpression("#made = :made")
                        .expressionAttributeNames(Map.of("#made", made))
                        .expressionAttributeValues(Map.of(":made", present(item, made))));
            } else {
                strip(item, going, Optional.of(made));
            }
            return true;
        } catch (ConditionalCheckFailedException changed) {
            return false;
        } catch (SdkException refused) {
            throw new SystemUnavailable(id(), refused);
        }
    }

    private static AttributeValue present(Map<String, AttributeValue> item, String name) {
        return Objects.requireNonNull(item.get(name));
    }

    /** Where an item stands; one without is nobody's. */
    private String place(Map<String, AttributeValue> item) {
        return find(item, declared.key().attribute()).orElse("");
    }

    /** Every item, whoever's it is. */
    private Iterable<Map<String, AttributeValue>> all() {
        var pages = client.scanPaginator(scan -> scan.tableName(tableName).consistentRead(true))
                .items();
        return () -> new Iterator<>() {
            private final Iterator<Map<String, AttributeValue>> items = pages.iterator();

            @Override
            public boolean hasNext() {
                try {
                    return items.hasNext();
                } catch (SdkException silent) {
                    throw new SystemUnavailable(id(), silent);
                }
            }

            @Override
            public Map<String, AttributeValue> next() {
                return items.next();
            }
        };
    }

    /** An item all of whose categories go is deleted; of any other only the attributes of those that go. */
    @Override
    public Erased erase(Subject subject, ConnectedSystem.Selection selected, int atMost) {
        var gone = new TreeMap<String, Integer>();
        var whole = new ArrayList<Map<String, AttributeValue>>();
        var more = new boolean[1];
        var items = new int[1];
        forEachUntil(subject, item -> {
            var present = categories(item);
            var going = present.stream()
                    .filter(category -> selected.includes(category, made(item)))
                    .toList();
            if (going.isEmpty()) {
                return true;
            }
            if (items[0] == atMost) {
                more[0] = true;
                return false;
            }
            items[0]++;
            going.forEach(category -> gone.merge(category, 1, Integer::sum));
            if (going.size() == present.size()) {
                whole.add(declared.keyOf(item));
            } else {
                strip(item, going, Optional.empty());
            }
            return true;
        });
        try {
            new Deletions(client, tableName).delete(whole);
        } catch (SdkException | Deletions.Unprocessed refused) {
            throw new SystemUnavailable(id(), refused);
        }
        return new Erased(gone, more[0]);
    }

    @Override
    public Corrected correct(Subject subject, Map<String, String> fields, int atMost) {
        var correction = new TableCorrection(declared, fields);
        var holding = new TreeMap<String, Integer>();
        var left = new int[] {correction.isEmpty() ? 0 : atMost};
        var all = correction.isEmpty()
                || forEachUntil(subject, item -> {
                    if (correction.concerns(item)) {
                        if (left[0]-- == 0) {
                            return false;
                        }
                        correction.replace(client, tableName, item);
                    }
                    return true;
                });
        if (all && !correction.isEmpty()) {
            forEach(subject, item -> count(item, correction, holding));
        }
        return new Corrected(holding, !all);
    }

    private void count(Map<String, AttributeValue> item, TableCorrection correction, Map<String, Integer> holding) {
        if (correction.concerns(item)) {
            throw new SystemUnavailable(id(), "it still shows an old value");
        }
        item.keySet().stream()
                .filter(correction::includes)
                .map(this::categoryOf)
                .distinct()
                .forEach(category -> holding.merge(category, 1, Integer::sum));
    }

    @Override
    public List<String> places(Subject subject) {
        return subject.values(declared.key().identifier()).stream()
                .map(declared.key().form()::write)
                .toList();
    }

    /**
     * Takes some categories out of an item.
     *
     * @param unchanged an attribute that has to be as it was read
     */
    private void strip(Map<String, AttributeValue> item, List<String> going, Optional<String> unchanged) {
        var names = new LinkedHashMap<String, String>();
        for (var name : item.keySet()) {
            if (!isOfTheItem(name) && going.contains(categoryOf(name))) {
                names.put("#a" + names.size(), name);
            }
        }
        var update = UpdateItemRequest.builder()
                .tableName(tableName)
                .key(declared.keyOf(item))
                .updateExpression("REMOVE " + String.join(", ", names.keySet()));
        unchanged.ifPresent(name -> {
            names.put("#made", name);
            update.conditionExpression("#made = :made").expressionAttributeValues(Map.of(":made", present(item, name)));
        });
        client.updateItem(update.expressionAttributeNames(names).build());
    }

    /** Whether it is there for the item, and not one category's: what names it, and what says its age. */
    boolean isOfTheItem(String name) {
        return declared.itemKey().contains(name) || name.equals(declared.made());
    }

    /** The categories that an item holds something of; its key alone is of the first one declared. */
    Set<String> categories(Map<String, AttributeValue> item) {
        var held = item.keySet().stream()
                .filter(name -> !isOfTheItem(name) && !isThirdParty(name))
                .map(this::categoryOf)
                .collect(Collectors.toCollection(TreeSet::new));
        return held.isEmpty() ? Set.of(declared.attributes().get(0).category()) : held;
    }

    String categoryOf(String attribute) {
        return declared.attribute(attribute)
                .map(ConnectedSystemDeclaration.Attribute::category)
                .orElse(declared.attributes().get(0).category());
    }

    private boolean isThirdParty(String attribute) {
        return declared.attribute(attribute)
                .filter(ConnectedSystemDeclaration.Attribute::thirdParty)
                .isPresent();
    }

    private void forEach(Subject subject, Consumer<Map<String, AttributeValue>> consumer) {
        forEachUntil(subject, item -> {
            consumer.accept(item);
            return true;
        });
    }

    /** Hands over items until the consumer wants no more; whether it wanted all. The table's own key is read as it stands at this moment. */
    private boolean forEachUntil(Subject subject, Predicate<Map<String, AttributeValue>> consumer) {
        var key = declared.key();
        try {
            for (var value : places(subject)) {
                var items = client.queryPaginator(query -> query.tableName(tableName)
                                .indexName(declared.index())
                                .consistentRead(declared.index() == null)
                                .keyConditionExpression("#key = :value")
                                .expressionAttributeNames(Map.of("#key", key.attribute()))
                                .expressionAttributeValues(Map.of(":value", s(value))))
                        .items();
                for (var item : items) {
                    if (!consumer.test(item)) {
                        return false;
                    }
                }
            }
            return true;
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
