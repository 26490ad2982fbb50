package dev.kept.local.find;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kept.local.Zips;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NeedleTest {
    private final Needle needle = new Needle("Zoé.Curie@example.org");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "to: <zoé.curie@EXAMPLE.org>",
                "?to=Zo%C3%A9.Curie%40example.org&x",
                "{\"to\":\"zo\\u00e9.curie@example.org\"}",
                "5A6FC3A92E4375726965406578616D706C652E6F7267",
            })
    void isFoundInAnyDisguise(String text) {
        assertTrue(needle.isIn(text));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5})
    void isFoundInBase64AtAnyOffset(int before) {
        var text = "x".repeat(before) + "Zoé.Curie@example.org and more";
        var bytes = text.getBytes(StandardCharsets.UTF_8);

        assertTrue(needle.isIn(Base64.getEncoder().encodeToString(bytes)));
        assertTrue(needle.isIn(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes)));
        assertTrue(
                needle.isIn(Base64.getMimeEncoder(20, new byte[] {'\r', '\n'}).encodeToString(bytes)));
    }

    @Test
    void isFoundWithinAZipWithinAZip() {
        var inner = Zips.of("person.json", "zoé.curie@example.org");

        assertTrue(needle.isIn(inner));
        assertTrue(needle.isIn(
                Zips.of("inner.zip", new String(inner, StandardCharsets.ISO_8859_1), StandardCharsets.ISO_8859_1)));
        assertTrue(needle.isIn(Zips.of("zoé.curie@example.org.txt", "")));
    }

    @Test
    void isNotFoundWhereItIsNot() {
        assertFalse(needle.isIn("zoé.curie@example.com"));
        assertFalse(needle.isIn(Zips.of("person.json", "somebody else")));
        assertFalse(needle.isIn("PK but no ZIP"));
    }
}
