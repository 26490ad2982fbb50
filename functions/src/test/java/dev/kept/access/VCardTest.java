package dev.kept.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VCardTest {
    private final VCard card = new VCard();

    @Test
    void aCardShowsEveryAddressAndTheLatestName() {
        card.add(Map.of("name", "Marie Skłodowska", "email", "marie@example.org"));
        card.add(Map.of("name", "Marie Curie", "email", "curie@example.org", "city", "Sceaux", "country", "FR"));

        assertEquals("""
                BEGIN:VCARD
                VERSION:4.0
                FN:Marie Curie
                EMAIL:marie@example.org
                EMAIL:curie@example.org
                ADR:;;;Sceaux;;;FR
                END:VCARD
                """.replace("\n", "\r\n"), card.text().orElseThrow());
    }

    @Test
    void whatSeparatesPartsIsEscaped() {
        card.add(Map.of("firstName", "Marie;", "lastName", "Curie, née\\S", "address", "11 rue\nPierre"));

        var text = card.text().orElseThrow();

        assertTrue(text.contains("FN:Marie\\; Curie\\, née\\\\S\r\n"), text);
        assertTrue(text.contains("N:Curie\\, née\\\\S;Marie\\;;;;\r\n"), text);
        assertTrue(text.contains("ADR:;;11 rue\\nPierre;;;;\r\n"), text);
    }

    @Test
    void aLongLineIsFoldedBetweenCharacters() {
        card.add(Map.of("name", "é".repeat(200)));

        var text = card.text().orElseThrow();

        for (var line : text.split("\r\n", -1)) {
            assertTrue(line.getBytes(StandardCharsets.UTF_8).length <= 75, line);
        }
        assertTrue(text.replace("\r\n ", "").contains("FN:" + "é".repeat(200)));
    }

    @Test
    void nothingIsNoCard() {
        card.add(Map.of("subject", "Printer"));

        assertTrue(card.text().isEmpty());
    }
}
