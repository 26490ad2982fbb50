package dev.kept.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kept.http.Json;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A deletion goes the whole way: two people approve exactly what goes, and what is said to be gone is gone. */
class ErasureTest {
    private final Town town = Town.running();

    @Test
    void aPersonAsksForDeletionAndIsErasedEverywhere() {
        var marie = new Person(town).registers().orders().asksForDeletion();
        assertEquals("received", marie.state());
        marie.confirms();
        assertEquals("deciding", marie.state());

        assertEquals("carrying-out", Office.bothApprove(town, marie.requestId()));
        assertEquals("answered", marie.state());

        var mail = town.lastMailTo(marie.address());
        assertEquals("Vos données sont effacées", mail.subject());
        assertTrue(mail.text().contains("Code de commerce, art. L123-22"), mail.text());
        System.out.println(mail.text());
        System.out.println(new Office(town, "agnes", "agent").entriesAbout(marie.requestId()));
    }

    @OnlyLocally(OnlyLocally.INSIDE)
    @Test
    void nothingOfHerIsFoundButMailAndWhatTheAnswerNames() {
        var marie = new Person(town).registers().orders().asksForDeletion().confirms();
        Office.bothApprove(town, marie.requestId());
        assertEquals("answered", marie.state());

        var places = Json.list(
                        town.client()
                                .get("/_local/find?text=" + marie.address())
                                .json(),
                        "found")
                .stream()
                .map(found -> String.valueOf(((Map<?, ?>) found).get("where")))
                .filter(place -> !place.startsWith("mail"))
                .toList();
        assertEquals(List.of(), places);
    }
}
