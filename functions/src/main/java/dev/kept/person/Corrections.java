package dev.kept.person;

import static dev.kept.items.Items.b;
import static dev.kept.items.Items.bytes;
import static dev.kept.items.Items.s;
import static dev.kept.items.Items.text;

import dev.kept.policy.KeyClass;
import dev.kept.policy.Policy;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * What has been corrected, as notes in the table People: the keyed hashes of the values that were wrong, and the right one
 * sealed. By it a wrong value that comes back, through a form or a restore, is corrected again (California regulations
 * 7023(c)).
 */
public final class Corrections {
    private static final String PERSON = "personId";
    private static final String RECORD = "recordId";
    /** What the ids of these notes begin with; the name of the field follows. */
    static final String NOTE = "#corrected#";
    /** SS: keyed hashes of the values that were wrong. */
    private static final String WRONG = "wrong";
    /** B: the right value, sealed. */
    private static final String RIGHT = "right";

    private static final String KEY_CLASS = "keyClass";

    private final DynamoDbClient table;
    private final String tableName;
    private final Keys keys;
    private final Policy policy;

    public Corrections(DynamoDbClient table, String tableName, Keys keys, Policy policy) {
        this.table = table;
        this.tableName = tableName;
        this.keys = keys;
        this.policy = policy;
    }

    /**
     * Remembers that these values of a person's field were wrong; what was remembered of it before stays wrong too.
     *
     * @param keyClass the class of the key under which a record of hers holds the field
     */
    public void remember(String personId, String field, KeyClass keyClass, Collection<String> wrong, String right) {
        var key = keys.get(personId, keyClass.word());
        var hashes = new TreeSet<String>();
        find(personId, field).ifPresent(note -> hashes.addAll(note.wrong()));
        wrong.forEach(value -> hashes.add(hash(key, field, value)));
        hashes.remove(hash(key, field, right));
        if (hashes.isEmpty()) {
            return;
        }
        var note = new HashMap<>(key(personId, field));
        note.put(KEY_CLASS, s(keyClass.word()));
        note.put(WRONG, AttributeValue.fromSs(List.copyOf(hashes)));
        note.put(RIGHT, b(key.seal(right, place(personId, field))));
        table.putItem(put -> put.tableName(tableName).item(note));
    }

    /** What has been corrected of a person. */
    public Remembered of(String personId) {
        var notes = new LinkedHashMap<String, Note>();
        table.queryPaginator(query -> query.tableName(tableName)
                        .keyConditionExpression(PERSON + " = :person AND begins_with(" + RECORD + ", :note)")
                        .expressionAttributeValues(Map.of(":person", s(personId), ":note", s(NOTE)))
                        .consistentRead(true))
                .items()
                .forEach(row -> notes.put(text(row, RECORD).substring(NOTE.length()), Note.of(row)));
        return new Remembered(personId, notes);
    }

    private Optional<Note> find(String personId, String field) {
        return Optional.ofNullable(of(personId).notes.get(field));
    }

    private String hash(DataKey key, String field, String value) {
        return key.mac(Identifier.spelled(field, value, policy), NOTE + field);
    }

    private static Map<String, AttributeValue> key(String personId, String field) {
        return Map.of(PERSON, s(personId), RECORD, s(NOTE + field));
    }

    private static String place(String personId, String field) {
        return "people/" + personId + "/" + NOTE + field;
    }

    private record Note(KeyClass keyClass, List<String> wrong, Map<String, AttributeValue> row) {
        static Note of(Map<String, AttributeValue> row) {
            var wrong = row.get(WRONG);
            return new Note(
                    KeyClass.valueOf(text(row, KEY_CLASS).toUpperCase(Locale.ROOT)),
                    wrong == null ? List.of() : wrong.ss(),
                    row);
        }
    }

    /** What has been corrected of one person. */
    public final class Remembered {
        private final String personId;
        private final Map<String, Note> notes;

        private Remembered(String personId, Map<String, Note> notes) {
            this.personId = personId;
            this.notes = notes;
        }

        /** The fields that have been corrected. */
        public Collection<String> fields() {
            return notes.keySet();
        }

        /** The right values of those among these fields that hold a value known to be wrong. */
        public Map<String, String> applied(Map<String, String> values) {
            var right = new LinkedHashMap<String, String>();
            notes.forEach((field, note) -> {
                var value = values.get(field);
                if (value != null) {
                    var key = keys.get(personId, note.keyClass().word());
                    if (note.wrong().contains(hash(key, field, value))) {
                        right.put(field, key.openText(bytes(note.row(), RIGHT), place(personId, field)));
                    }
                }
            });
            return right;
        }
    }
}
