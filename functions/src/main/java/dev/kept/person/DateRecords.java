package dev.kept.person;

import static dev.kept.items.Items.find;
import static dev.kept.items.Items.instant;
import static dev.kept.items.Items.s;
import static dev.kept.items.Items.text;
import static dev.kept.items.Items.texts;

import dev.kept.policy.Facts;
import dev.kept.policy.Lifetimes;
import dev.kept.policy.Policy;
import dev.kept.policy.StartEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.UpdateItemRequest;

/**
 * Moves the last days of a person's records when something happens that their time runs from. What has happened is noted
 * first; then each record gets the day that follows from all that is noted, so that it does not matter in which order, or how
 * often, or how many at once.
 */
public final class DateRecords {
    private static final String PERSON = "personId";
    private static final String RECORD = "recordId";
    /** The note of the day on which the account ends. */
    static final String ENDED = "#ended";
    /** The note of the day of the last contact that came from the person. */
    private static final String CONTACT = "#contact";
    /** S: ISO 8601 date in the policy's zone. */
    static final String DAY = "day";

    private static final String OBJECTED = "#objected#";
    private static final String SET_APART = "#set-apart";

    private final DynamoDbClient table;
    private final String tableName;
    private final Policy policy;
    private final Lifetimes lifetimes;

    public DateRecords(DynamoDbClient table, String tableName, Policy policy) {
        this.table = table;
        this.tableName = tableName;
        this.policy = policy;
        lifetimes = new Lifetimes(policy.fiscalYearEnd());
    }

    /** Whether days are counted from what a note of that id says. */
    static boolean counts(String note) {
        return note.equals(ENDED) || note.equals(CONTACT) || note.startsWith(OBJECTED);
    }

    /** What has happened to a person. */
    public Milestones milestones(String personId) {
        return milestones(table.queryPaginator(query -> query.tableName(tableName)
                        .keyConditionExpression(PERSON + " = :person AND begins_with(" + RECORD + ", :notes)")
                        .expressionAttributeValues(Map.of(":person", s(personId), ":notes", s("#")))
                        .consistentRead(true))
                .items());
    }

    private static Milestones milestones(Iterable<Map<String, AttributeValue>> notes) {
        var ended = Optional.<LocalDate>empty();
        var contact = Optional.<LocalDate>empty();
        var objections = new ArrayList<Milestones.Objected>();
        var setApart = false;
        for (var note : notes) {
            var id = text(note, RECORD);
            if (id.equals(ENDED)) {
                ended = day(note);
            } else if (id.equals(SET_APART)) {
                setApart = true;
            } else if (id.equals(CONTACT)) {
                contact = day(note);
            } else if (id.startsWith(OBJECTED)) {
                objections.add(new Milestones.Objected(instant(note, "since"), texts(note, "categories")));
            }
        }
        return new Milestones(ended, contact, List.copyOf(objections), setApart);
    }

    /** That a person's account ends on a day, and what is counted from it; another day replaces it. */
    public void ended(String personId, LocalDate effective) {
        note(personId, ENDED, effective);
        settle(personId);
    }

    /**
     * That a person is erased on a day: what of hers stays without a last day gets the one that follows from an end by then.
     * What has one keeps it. Nothing is noted; nothing moves the days of somebody who is set apart any more.
     */
    public void endsBy(String personId, LocalDate day) {
        each(personId, (item, milestones) -> {
            var ended = milestones.ended().filter(end -> end.isBefore(day)).orElse(day);
            return find(item, PeopleItems.DUE).isEmpty() && end(item, milestones.withEnd(ended));
        });
    }

    /** That it does not end after all; twice is once. */
    public void reopened(String personId) {
        table.deleteItem(delete -> delete.tableName(tableName).key(key(personId, ENDED)));
        settle(personId);
    }

    /** That a contact came from the person: nothing is done where no rule counts from it, and a day never moves back. */
    public void contact(String personId, LocalDate day) {
        if (!countsFromContact()
                || milestones(personId)
                        .contact()
                        .filter(last -> !last.isBefore(day))
                        .isPresent()) {
            return;
        }
        note(personId, CONTACT, day);
        settle(personId);
    }

    /** Whether any rule counts from the last contact. */
    private boolean countsFromContact() {
        return policy.categories().values().stream()
                .map(category -> category.retention())
                .anyMatch(rule -> rule.event() == StartEvent.LAST_CONTACT
                        || (rule.archive() != null && rule.archive().event() == StartEvent.LAST_CONTACT));
    }

    /**
     * Gives every record of a person the last day that follows from what is noted of her.
     *
     * @return how many got another day than they had
     */
    public int settle(String personId) {
        return each(personId, (item, milestones) -> !milestones.isSetApart() && settle(personId, item, milestones));
    }

    /** What is shown of a record: its category, what its time runs from, and the last day that it has. */
    public interface Shown {
        void record(String category, Facts facts, Optional<LocalDate> last);
    }

    /** Shows every record of everybody who is not set apart. */
    public void each(Shown shows) {
        everybody((person, items) -> {
            var milestones =
                    milestones(items.stream().filter(DateRecords::isNote).toList());
            if (!milestones.isSetApart()) {
                items.stream()
                        .filter(item -> !isNote(item))
                        .forEach(item -> shows.record(
                                text(item, PeopleItems.CATEGORY),
                                milestones.facts(
                                        text(item, PeopleItems.CATEGORY),
                                        instant(item, PeopleItems.COLLECTED),
                                        policy.zone()),
                                find(item, PeopleItems.DUE).map(LocalDate::parse)));
            }
        });
    }

    /** Gives every record of everybody the last day that follows from the policy. */
    public void settleAll() {
        everybody((person, items) -> settle(person));
    }

    /** All rows of one person after those of another: a scan goes through the table partition by partition. */
    private void everybody(BiConsumer<String, List<Map<String, AttributeValue>>> does) {
        var hers = new ArrayList<Map<String, AttributeValue>>();
        for (var item : table.scanPaginator(scan -> scan.tableName(tableName)).items()) {
            if (!hers.isEmpty() && !text(hers.get(0), PERSON).equals(text(item, PERSON))) {
                does.accept(text(hers.get(0), PERSON), List.copyOf(hers));
                hers.clear();
            }
            hers.add(item);
        }
        if (!hers.isEmpty()) {
            does.accept(text(hers.get(0), PERSON), List.copyOf(hers));
        }
    }

    private static boolean isNote(Map<String, AttributeValue> item) {
        return text(item, RECORD).startsWith("#");
    }

    /** Does something with each record; says with how many it did. */
    private int each(String personId, BiPredicate<Map<String, AttributeValue>, Milestones> does) {
        var done = 0;
        Map<String, AttributeValue> from = Map.of();
        do {
            var read = table.query(page(personId, from));
            // after the records: whoever has moved one of them meanwhile had noted why before
            var milestones = milestones(personId);
            for (var item : read.items()) {
                done += does.test(item, milestones) ? 1 : 0;
            }
            from = read.lastEvaluatedKey();
        } while (from != null && !from.isEmpty());
        return done;
    }

    private boolean end(Map<String, AttributeValue> item, Milestones milestones) {
        var due = due(item, milestones);
        try {
            due.ifPresent(day -> table.updateItem(moving(item, Optional.empty(), due)));
        } catch (ConditionalCheckFailedException another) {
            // it has got a day meanwhile, or is gone
            return false;
        }
        return due.isPresent();
    }

    private boolean settle(String personId, Map<String, AttributeValue> read, Milestones milestones) {
        var item = read;
        var known = milestones;
        while (!item.isEmpty()) {
            var had = find(item, PeopleItems.DUE).map(LocalDate::parse);
            var due = due(item, known);
            if (due.equals(had)) {
                return false;
            }
            try {
                table.updateItem(moving(item, had, due));
                return true;
            } catch (ConditionalCheckFailedException another) {
                var key = key(personId, text(item, RECORD));
                item = table.getItem(get -> get.tableName(tableName).key(key).consistentRead(true))
                        .item();
                known = milestones(personId);
            }
        }
        return false;
    }

    private Optional<LocalDate> due(Map<String, AttributeValue> item, Milestones milestones) {
        var category = policy.categories().get(text(item, PeopleItems.CATEGORY));
        if (category == null) {
            // of an earlier policy: it keeps the day that it had
            return find(item, PeopleItems.DUE).map(LocalDate::parse);
        }
        Instant collected = instant(item, PeopleItems.COLLECTED);
        return lifetimes
                .of(category, milestones.facts(category.name(), collected, policy.zone()))
                .lastDay();
    }

    private UpdateItemRequest moving(
            Map<String, AttributeValue> item, Optional<LocalDate> had, Optional<LocalDate> due) {
        var values = new HashMap<String, AttributeValue>();
        had.ifPresent(day -> values.put(":had", s(day.toString())));
        due.ifPresent(day -> {
            values.put(":due", s(day.toString()));
            values.put(":dueDay", s(PeopleItems.dueDay(day, text(item, PERSON))));
        });
        return UpdateItemRequest.builder()
                .tableName(tableName)
                .key(key(text(item, PERSON), text(item, RECORD)))
                .updateExpression(due.isPresent() ? "SET #due = :due, #dueDay = :dueDay" : "REMOVE #due, #dueDay")
                .conditionExpression("attribute_exists(" + RECORD + ") AND "
                        + (had.isPresent() ? "#due = :had" : "attribute_not_exists(#due)"))
                .expressionAttributeNames(Map.of("#due", PeopleItems.DUE, "#dueDay", PeopleItems.DUE_DAY))
                .expressionAttributeValues(values.isEmpty() ? null : values)
                .build();
    }

    private QueryRequest page(String personId, Map<String, AttributeValue> from) {
        return QueryRequest.builder()
                .tableName(tableName)
                .keyConditionExpression(PERSON + " = :person AND " + RECORD + " > :notes")
                .expressionAttributeValues(Map.of(":person", s(personId), ":notes", s("$")))
                .exclusiveStartKey(from.isEmpty() ? null : from)
                .consistentRead(true)
                .build();
    }

    private void note(String personId, String note, LocalDate day) {
        var item = new HashMap<>(key(personId, note));
        item.put(DAY, s(day.toString()));
        table.putItem(put -> put.tableName(tableName).item(item));
    }

    private static Optional<LocalDate> day(Map<String, AttributeValue> note) {
        return Optional.of(LocalDate.parse(text(note, DAY)));
    }

    private static Map<String, AttributeValue> key(String personId, String recordId) {
        return Map.of(PERSON, s(personId), RECORD, s(recordId));
    }
}
