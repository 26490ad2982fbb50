package dev.kept.policy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A place that holds records, and how a person's records are found in it. */
public sealed interface ConnectedSystemDeclaration {
    /** The name by which plans, receipts and the ledger know the system. */
    String id();

    /** The name by which people know it. */
    Text title();

    /** The categories of which it holds records; empty for Kept's own table, which holds those that forms collect. */
    List<String> categories();

    List<String> promises();

    /** Kept's own People table. */
    record Kept(String id, Text title, List<String> promises) implements ConnectedSystemDeclaration {
        @Override
        public List<String> categories() {
            return List.of();
        }
    }

    /**
     * Somebody else's DynamoDB table.
     *
     * @param tableSetting the environment setting that holds the table's name
     * @param index the index to query where the table's own key does not find people
     * @param sortKey the second part of the table's key, or of the index's where one is named
     * @param itemKey the attributes that name one item: the table's own key
     */
    record DynamoDb(
            String id,
            Text title,
            String tableSetting,
            @Nullable String index,
            PersonKey key,
            @Nullable String sortKey,
            List<String> itemKey,
            List<Attribute> attributes,
            List<String> promises)
            implements ConnectedSystemDeclaration {
        /** The attribute of that name, where it is declared. */
        public Optional<Attribute> attribute(String name) {
            return attributes.stream()
                    .filter(attribute -> attribute.name().equals(name))
                    .findFirst();
        }

        /** What names an item in its table. */
        public <T> Map<String, T> keyOf(Map<String, T> item) {
            var key = new LinkedHashMap<String, T>();
            itemKey.forEach(name -> key.put(name, item.get(name)));
            return key;
        }

        @Override
        public List<String> categories() {
            return attributes.stream().map(Attribute::category).distinct().toList();
        }
    }

    /**
     * Objects below one prefix per person in somebody else's bucket.
     *
     * @param bucketSetting the environment setting that holds the bucket's name
     * @param prefix the template, such as <code>documents/{email:sha256}/</code>
     */
    record S3(
            String id, Text title, String bucketSetting, PrefixTemplate prefix, String category, List<String> promises)
            implements ConnectedSystemDeclaration {
        @Override
        public List<String> categories() {
            return List.of(category);
        }
    }

    /** The attribute that finds a person, and how the identifier is written in it. */
    record PersonKey(String attribute, IdentifierType identifier, IdentifierForm form) {}

    /**
     * An attribute of a table's items.
     *
     * @param field the form field that holds the same thing, so that a correction reaches it
     * @param thirdParty whether it is somebody else's data, which an answer leaves out (GDPR art. 15(4))
     */
    record Attribute(
            String name,
            String category,
            Text label,
            @Nullable String field,
            boolean thirdParty) {}
}
