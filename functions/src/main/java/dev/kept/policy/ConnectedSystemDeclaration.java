package dev.kept.policy;

import java.time.Period;
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

    /** What is known of the fields of its records; nothing for Kept's own table, whose fields the forms declare. */
    default List<Attribute> attributes() {
        return List.of();
    }

    /** The id of the recipient who runs it, where it is somebody else's. */
    default Optional<String> runBy() {
        return Optional.empty();
    }

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
     * @param made the attribute that says when an item was made, where one does
     */
    record DynamoDb(
            String id,
            Text title,
            String tableSetting,
            @Nullable String index,
            PersonKey key,
            @Nullable String sortKey,
            List<String> itemKey,
            @Nullable String made,
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

    /**
     * A sub-processor's interface, which speaks close to OpenDSR 2.0.
     *
     * @param addressSetting the environment setting that holds its base address; empty where it is not connected, and
     *     {@code none} where the organisation does not use it
     * @param secretSetting the environment setting that holds the secret that calls are signed with
     * @param recipient who runs it: one of the policy's recipients
     * @param identities how it knows people, each with the name that it has for this type of identifier
     */
    record Http(
            String id,
            Text title,
            String addressSetting,
            String secretSetting,
            String recipient,
            List<Identity> identities,
            List<Attribute> attributes,
            Calls calls,
            List<String> promises)
            implements ConnectedSystemDeclaration {
        @Override
        public List<String> categories() {
            return attributes.stream().map(Attribute::category).distinct().toList();
        }

        @Override
        public Optional<String> runBy() {
            return Optional.of(recipient);
        }
    }

    /**
     * Something that an interface knows people by.
     *
     * @param type its own word for that type of identifier
     */
    record Identity(IdentifierType identifier, IdentifierForm form, String type) {}

    /**
     * How an interface is called, where it differs from Kept's own way.
     *
     * @param ask the path that requests are posted to, below the base address
     * @param follow the path that tells how far one is, with a gap for its id
     * @param count its word for the request to count
     * @param access its word for the request to hand over
     * @param erasure its word for the request to erase
     * @param rectification its word for the request to correct
     * @param status where in an answer it says how far it is; dots lead inwards
     * @param counts where it says how many records of each category
     * @param results where it hands over the records of each category
     */
    record Calls(
            String ask,
            String follow,
            String count,
            String access,
            String erasure,
            String rectification,
            String status,
            String counts,
            String results) {
        /** Kept's own way. */
        public static final Calls OURS = new Calls(
                "/requests",
                "/requests/{id}",
                "count",
                "access",
                "erasure",
                "rectification",
                "request_status",
                "counts",
                "results");
    }

    /**
     * A place where a person has to look and act, such as a filing cabinet.
     *
     * @param instructions what to do there, for the member of staff who does it
     * @param within how long she has for it
     */
    record Hand(String id, Text title, List<String> categories, Text instructions, Period within, List<String> promises)
            implements ConnectedSystemDeclaration {}

    /** The attribute that finds a person, and how the identifier is written in it. */
    record PersonKey(String attribute, IdentifierType identifier, IdentifierForm form) {}

    /**
     * An attribute of a table's items, or of the records that an interface hands over.
     *
     * @param field the form field that holds the same thing, so that a correction reaches it
     * @param thirdParty whether it is somebody else's data, which an answer leaves out (GDPR art. 15(4))
     * @param derived whether it was worked out from other data, so that nobody takes it along (GDPR art. 20(1))
     */
    record Attribute(
            String name,
            String category,
            Text label,
            @Nullable String field,
            boolean thirdParty,
            boolean derived) {
        /** An attribute that is not derived. */
        public Attribute(String name, String category, Text label, @Nullable String field, boolean thirdParty) {
            this(name, category, label, field, thirdParty, false);
        }
    }
}
