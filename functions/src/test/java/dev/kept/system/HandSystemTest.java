package dev.kept.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kept.person.Identifier;
import dev.kept.person.Personal;
import dev.kept.policy.ConnectedSystemDeclaration.Hand;
import dev.kept.policy.IdentifierType;
import dev.kept.policy.Text;
import java.io.InputStream;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class HandSystemTest {
    private static final Text TITLE = new Text(Map.of("en", "Filing cabinet"));
    private static final Hand CABINET =
            new Hand("cabinet", TITLE, List.of("support", "billing"), TITLE, Period.ofDays(5), List.of());
    private static final Subject ADA = new Subject(
                    Optional.empty(),
                    List.of(),
                    List.of(new Identifier(IdentifierType.EMAIL, new Personal("ada@example.org"))))
            .on("r1");

    private final List<String> asked = new ArrayList<>();
    private final ConnectedSystem cabinet =
            new HandSystem(CABINET, () -> (declared, deed, request, categories, fields) -> {
                asked.add(deed.kind() + " " + request + " " + categories + " " + fields);
                return new HandWork.Done(Map.of("support", 2), "two letters");
            });

    @Test
    void whatItHoldsIsUnknownAndSeenWithoutARecord() {
        var seen = new TreeMap<String, Integer>();

        cabinet.look(ADA, (category, records, since) -> seen.put(category, records));

        assertTrue(cabinet.isByHand());
        assertEquals(Map.of("support", 0, "billing", 0), seen);
        assertEquals(seen, cabinet.count(ADA));
        assertEquals(List.of(), asked);
    }

    @Test
    void onlyWhatIsSelectedIsToBeErased() {
        var erased = cabinet.erase(ADA, (category, since) -> category.equals("support"), 10);
        var nothing = cabinet.erase(ADA, (category, since) -> false, 10);

        assertEquals(new ConnectedSystem.Erased(Map.of("support", 2), false), erased);
        assertEquals(new ConnectedSystem.Erased(Map.of(), false), nothing);
        assertEquals(List.of("erase-by-hand r1 [support] []"), asked);
    }

    @Test
    void whatWasFoundIsHandedOverInWords() {
        var rows = new ArrayList<Row>();

        cabinet.gather(ADA, new ConnectedSystem.Collector() {
            @Override
            public void row(Row row) {
                rows.add(row);
            }

            @Override
            public void file(String category, String name, long bytes, InputStream content) {
                throw new AssertionError("there are no documents");
            }
        });

        assertEquals(List.of(new Row("support", Map.of(), Map.of("note", "two letters"), List.of())), rows);
        assertEquals(List.of("gather-by-hand r1 [support, billing] []"), asked);
    }

    @Test
    void theNamesOfTheFieldsAreSaidAndNotTheirValues() {
        var corrected = cabinet.correct(ADA, Map.of("phone", "+44 1", "name", "Ada"), 10);

        assertEquals(new ConnectedSystem.Corrected(Map.of("support", 2), false), corrected);
        assertEquals(List.of("correct-by-hand r1 [support, billing] [name, phone]"), asked);
    }

    @Test
    void peopleActForARequestOnly() {
        var nobodys = new Subject(Optional.empty(), List.of(), ADA.identifiers());

        assertThrows(SystemUnavailable.class, () -> cabinet.erase(nobodys, (category, since) -> true, 10));
    }
}
