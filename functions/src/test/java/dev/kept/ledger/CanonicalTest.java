package dev.kept.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.kept.http.Json;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalTest {
    @Test
    void membersAreSortedByUtf16Units() {
        // the example of RFC 8785, 3.2.3
        var tree = new LinkedHashMap<String, Object>();
        tree.put("\u20ac", "Euro Sign");
        tree.put("\r", "Carriage Return");
        tree.put("\ufb33", "Hebrew Letter Dalet With Dagesh");
        tree.put("1", "One");
        tree.put("\ud83d\ude00", "Emoji: Grinning Face");
        tree.put("\u0080", "Control");
        tree.put("\u00f6", "Latin Small Letter O With Diaeresis");

        var json = Canonical.json(tree);

        assertEquals(
                "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\","
                        + "\"\u00f6\":\"Latin Small Letter O With Diaeresis\",\"\u20ac\":\"Euro Sign\","
                        + "\"\ud83d\ude00\":\"Emoji: Grinning Face\","
                        + "\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}",
                json);
    }

    @Test
    void stringsAndLiteralsAreWrittenAsTheStandardsSampleIs() {
        // the sample of RFC 8785, 3.2.2, without its fractions
        var tree = Json.object("{\"string\": \"\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\\"\\/\","
                + " \"literals\": [null, true, false]}");

        assertEquals(
                "{\"literals\":[null,true,false],\"string\":\"\u20ac$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}",
                Canonical.json(tree));
    }

    @Test
    void onlyWhatHasToBeIsEscaped() {
        assertEquals(
                "\"\\b\\t\\n\\f\\r\\u0000\\u001f\u007f\u2028/<'\"",
                Canonical.json("\b\t\n\f\r\0\u001f\u007f\u2028/<'"));
    }

    @Test
    void wholeNumbersAreWrittenPlainly() {
        assertEquals(
                "[0,-1,9007199254740991,7]", Canonical.json(List.of(0, -1L, 9007199254740991L, BigInteger.valueOf(7))));
        assertThrows(IllegalArgumentException.class, () -> Canonical.json(9007199254740992L));
        assertThrows(IllegalArgumentException.class, () -> Canonical.json(-9007199254740992L));
    }

    @Test
    void otherNumbersAndThingsAreRefused() {
        for (var value : List.of(1.5, 1.0f, BigDecimal.ONE, 'c', new Object(), Map.of(1, "one"))) {
            assertThrows(IllegalArgumentException.class, () -> Canonical.json(value));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\ud83d", "a\ud83d", "\ude00", "\ude00\ud83d", "\ud83d\ud83d\ude00", "\ud83d\ude00\ude00"})
    void halfASurrogatePairIsRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> Canonical.json(text));
    }

    @Test
    void emptyThingsStayEmpty() {
        assertEquals("[{},[],\"\"]", Canonical.json(List.of(Map.of(), List.of(), "")));
    }

    @Test
    void theHashIsThatOfTheText() {
        // printf '{"a":1}' | sha256sum
        assertEquals(
                "015abd7f5cc57a2dd94b7590f04ad8084273905ee33ec5cebeae62276a97f862", Canonical.sha256(Map.of("a", 1)));
    }

    @Test
    void readingAndWritingAgainChangesNothingWhateverTheOrderOfMembers() {
        var seed = new Random().nextLong();
        var random = new Random(seed);
        for (var round = 0; round < 300; round++) {
            var tree = Trees.object(random, 3);
            var json = Canonical.json(tree);

            assertEquals(json, Canonical.json(Json.object(json)), "seed " + seed);
            assertEquals(json, Canonical.json(shuffled(tree, random)), "seed " + seed);
        }
    }

    private static Map<String, Object> shuffled(Map<String, Object> tree, Random random) {
        var names = new ArrayList<>(tree.keySet());
        Collections.shuffle(names, random);
        var shuffled = new LinkedHashMap<String, Object>();
        names.forEach(name -> shuffled.put(name, tree.get(name)));
        return shuffled;
    }
}
