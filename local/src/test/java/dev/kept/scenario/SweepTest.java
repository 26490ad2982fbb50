package dev.kept.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Nobody asks, and still the data go on their day: not earlier, not later, and never what something keeps. */
@OnlyLocally(OnlyLocally.TIME)
class SweepTest {
    private final Town town = Town.running();
    private final Office agnes = new Office(town, "agnes", "agent");

    /** The address from which an order came is kept for six months. */
    @Test
    void whatIsDueGoesOnTheDayAfterItsLastAndNotEarlier() {
        var marie = new Person(town).registers().orders().asks().confirms();
        agnes.approves(marie.requestId());
        var records = connections(marie);
        assertEquals(1, records.size());

        town.advance("P181D");
        assertEquals(records, connections(marie), "its last day has not passed");

        town.advance("P1D");
        assertEquals(List.of(), connections(marie));
        assertFalse(town.places(marie.address()).isEmpty(), "the rest is hers still");
        var entries = new Office(town, "aude", "auditor").entriesAbout("sweep." + dayAfter());
        assertTrue(entries.stream().anyMatch(entry -> "sweep-finished".equals(entry.get("what"))), entries.toString());
    }

    private String dayAfter() {
        return town.now().atZone(town.policy().zone()).toLocalDate().toString();
    }

    /** The records of that category of the person who was asked about. */
    private List<String> connections(Person person) {
        var request = town.behind()
                .tables()
                .getItem(get -> get.tableName("kept-RequestsTable")
                        .key(Map.of("requestId", s(person.requestId()), "item", s("request"))));
        var personId = text(request.item().get("personId"));
        return town
                .behind()
                .tables()
                .queryPaginator(query -> query.tableName("kept-PeopleTable")
                        .keyConditionExpression("personId = :person AND begins_with(recordId, :category)")
                        .expressionAttributeValues(Map.of(":person", s(personId), ":category", s("connection."))))
                .items()
                .stream()
                .map(item -> text(item.get("recordId")))
                .sorted()
                .toList();
    }

    private static AttributeValue s(String text) {
        return AttributeValue.fromS(text);
    }

    private static String text(@Nullable AttributeValue value) {
        return value == null || value.s() == null ? "" : value.s();
    }
}
