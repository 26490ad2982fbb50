package dev.kept.person;

import static dev.kept.items.Items.b;
import static dev.kept.items.Items.bytes;
import static dev.kept.items.Items.s;
import static dev.kept.items.Items.text;

import dev.kept.policy.IdentifierType;
import dev.kept.policy.KeyClass;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/**
 * What people were found by before it was corrected, as sealed notes in the table People: other systems know them under it
 * still, so it is searched for as long as it has not become somebody else's.
 */
public final class FormerIdentifiers {
    private static final String PERSON = "personId";
    private static final String RECORD = "recordId";
    /** What the ids of these notes begin with; the keyed hash of the identifier follows. */
    private static final String NOTE = "#formerly#";
    /** B: its type and its value, sealed. */
    private static final String SEALED = "fields";

    private static final String KEY_CLASS = "keyClass";

    private final DynamoDbClient table;
    private final String tableName;
    private final Identifiers identifiers;
    private final Keys keys;

    FormerIdentifiers(DynamoDbClient table, String tableName, Identifiers identifiers, Keys keys) {
        this.table = table;
        this.tableName = tableName;
        this.identifiers = identifiers;
        this.keys = keys;
    }

    /**
     * Gives a person an identifier in place of others of hers, all or nothing; twice is once.
     *
     * @param released with the class of the key under which each is kept
     * @return false when it is somebody else's, or she has been set apart for an erasure
     */
    public boolean exchange(String personId, Identifier claimed, Map<Identifier, KeyClass> released) {
        var writes = new ArrayList<TransactWriteItem>();
        writes.add(TransactWriteItem.builder()
                .update(identifiers.keep(identifiers.hash(claimed), personId))
                .build());
        writes.add(People.led(tableName, personId, List.of(identifiers.hash(claimed))));
        writes.add(People.notSetApart(tableName, personId));
        released.forEach((former, keyClass) -> {
            var hash = identifiers.hash(former);
            if (identifiers.personOf(hash).filter(personId::equals).isPresent()) {
                writes.add(TransactWriteItem.builder()
                        .update(identifiers.release(hash, personId, false))
                        .build());
                writes.add(TransactWriteItem.builder()
                        .put(note(personId, hash, former, keyClass))
                        .build());
            }
        });
        if (!People.done(table, writes)) {
            return false;
        }
        released.keySet().forEach(former -> identifiers.tidy(identifiers.hash(former), List.of()));
        return true;
    }

    /** Those of a person that are nobody's now. */
    public List<Identifier> of(String personId) {
        var former = new ArrayList<Identifier>();
        table.queryPaginator(query -> query.tableName(tableName)
                        .keyConditionExpression(PERSON + " = :person AND begins_with(" + RECORD + ", :note)")
                        .expressionAttributeValues(Map.of(":person", s(personId), ":note", s(NOTE)))
                        .consistentRead(true))
                .items()
                .forEach(note -> {
                    if (identifiers
                            .personOf(text(note, RECORD).substring(NOTE.length()))
                            .isEmpty()) {
                        former.add(open(personId, note));
                    }
                });
        return former;
    }

    /** Whether a person had that identifier before it was corrected, by its keyed hash. */
    public boolean isOf(String personId, String hash) {
        return !table
                .queryPaginator(query -> query.tableName(tableName)
                        .keyConditionExpression(PERSON + " = :person AND " + RECORD + " = :note")
                        .expressionAttributeValues(Map.of(":person", s(personId), ":note", s(NOTE + hash)))
                        .consistentRead(true))
                .items()
                .stream()
                .toList()
                .isEmpty();
    }

    private Put note(String personId, String hash, Identifier former, KeyClass keyClass) {
        var written = former.type().name() + " " + former.value().reveal();
        var sealed = keys.get(personId, keyClass.word()).seal(written, place(personId, NOTE + hash));
        var note = new HashMap<String, AttributeValue>();
        note.put(PERSON, s(personId));
        note.put(RECORD, s(NOTE + hash));
        note.put(KEY_CLASS, s(keyClass.word()));
        note.put(SEALED, b(sealed));
        return Put.builder().tableName(tableName).item(note).build();
    }

    private Identifier open(String personId, Map<String, AttributeValue> note) {
        var written = keys.get(personId, text(note, KEY_CLASS))
                .openText(bytes(note, SEALED), place(personId, text(note, RECORD)))
                .split(" ", 2);
        return new Identifier(IdentifierType.valueOf(written[0]), new Personal(written[1]));
    }

    private static String place(String personId, String recordId) {
        return "people/" + personId + "/" + recordId;
    }
}
