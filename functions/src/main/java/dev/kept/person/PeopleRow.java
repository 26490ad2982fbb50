package dev.kept.person;

import static dev.kept.items.Items.find;
import static dev.kept.items.Items.instant;
import static dev.kept.items.Items.s;
import static dev.kept.items.Items.text;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * A row of the table People or of a copy of it, as far as it can be read without a key.
 *
 * @param item the row itself
 */
public record PeopleRow(Map<String, AttributeValue> item) {
    /** The key of the table. */
    public static final List<String> KEY = List.of("personId", "recordId");

    private static final String NOTE = "#";
    private static final String SET_APART = "#set-apart";
    private static final String LED = "#identifiers";
    private static final String RESTRICTED = "#restricted#";
    private static final String CORRECTED = "#corrected#";

    /** The note that a person is set apart for an erasure. */
    public static PeopleRow setApart(String personId, String requestId) {
        return new PeopleRow(Map.of("personId", s(personId), "recordId", s(SET_APART), "requestId", s(requestId)));
    }

    public String personId() {
        return text(item, "personId");
    }

    private String id() {
        return text(item, "recordId");
    }

    /** Whether it is something that is noted of the person, and no record. */
    public boolean isNote() {
        return id().startsWith(NOTE);
    }

    public boolean isSetApart() {
        return id().equals(SET_APART);
    }

    /** Whether it belongs to a person as long as a record of hers is kept: that she is set apart, and what led to her. */
    public boolean outlastsErasure() {
        return isSetApart() || id().equals(LED);
    }

    /** Whether it says what was corrected. */
    public boolean isCorrection() {
        return id().startsWith(CORRECTED);
    }

    /** The request on whose account the person's records are restricted, where it says that they are. */
    public Optional<String> restricting() {
        return id().startsWith(RESTRICTED) ? Optional.of(id().substring(RESTRICTED.length())) : Optional.empty();
    }

    /** Of a record. */
    public String category() {
        return text(item, "category");
    }

    /** Of a record. */
    public Instant collected() {
        return instant(item, "collected");
    }

    /** The class of the key that it is sealed under, where any of it is sealed. */
    public Optional<String> keyClass() {
        return find(item, "keyClass");
    }
}
