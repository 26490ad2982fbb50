package dev.kept.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntryTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "marie.dupont@exemple.fr",
                "Marie Dupont",
                "Hélène",
                "+33 6 12 34 56 78",
                "+33612345678",
                "0612345678",
                "06-12-34-56-78",
                "4111-1111-1111-1111",
                "192.168.100.200",
                "two\nlines",
                ""
            })
    void personalDataIsRefusedWhereverItStands(String personal) {
        assertRefused(personal, () -> entry(personal, Map.of()));
        assertRefused(personal, () -> entry("id", Map.of("value", personal)));
        assertRefused(personal, () -> entry("id", Map.of("values", List.of(Map.of("value", personal)))));
        assertRefused(personal, () -> entry("id", Map.of(personal, 1)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "request-received",
                "r-5f3a/closed",
                "2026-12-06",
                "2026-12-06T08:00:00Z",
                "auth0|62a3f1",
                "faveo-helpdesk:2026-01",
                "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
            })
    void codesAreTaken(String code) {
        assertEquals(code, entry(code, Map.of("value", code)).details().get("value"));
    }

    @Test
    void whatIsNeitherACodeNorACountIsRefused() {
        var tooDeep = Map.<String, Object>of("a", Map.of("b", Map.of("c", Map.of("d", Map.of("e", 1)))));

        assertThrows(IllegalArgumentException.class, () -> entry("id", Map.of("fraction", 1.5)));
        assertThrows(IllegalArgumentException.class, () -> entry("id", Map.of("bytes", new byte[1])));
        assertThrows(IllegalArgumentException.class, () -> entry("id", Map.of("text", "a".repeat(201))));
        assertThrows(IllegalArgumentException.class, () -> entry("id", tooDeep));
    }

    @Test
    void detailsAreBounded() {
        var many = new ArrayList<Object>();
        for (var i = 0; i < 30; i++) {
            many.add("a".repeat(150));
        }

        assertThrows(IllegalArgumentException.class, () -> entry("id", Map.of("many", many)));
    }

    @Test
    void itsTextHoldsEveryMemberAndItsNumber() {
        assertEquals(
                "{\"actor\":\"kept\",\"at\":\"2026-11-22T10:15:30Z\",\"details\":{\"count\":3},\"id\":\"one\","
                        + "\"seq\":7,\"subject\":\"r-1\",\"what\":\"swept\"}",
                entry("one", Map.of("count", 3)).canonical(7));
    }

    private static void assertRefused(String personal, Runnable write) {
        var refused = assertThrows(IllegalArgumentException.class, write::run);
        assertFalse(!personal.isEmpty() && String.valueOf(refused.getMessage()).contains(personal));
    }

    private static Entry entry(String id, Map<String, Object> details) {
        return new Entry(id, Instant.parse("2026-11-22T10:15:30Z"), "swept", "r-1", "kept", details);
    }
}
