package dev.kept.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TreesTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "null",
                "\"é \\\" \\\\ \\n\"",
                "{\"b\":[1,-2147483649,0.5,true,false,null,{\"a\":\"\"}],\"a\":{\"\":[]}}",
                "123456789012345678901234567890"
            })
    void whatIsReadIsWrittenAsItWas(String json) throws IOException {
        assertEquals(json, Trees.write(Trees.read(json)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "{", "[1", "{\"a\":1}}", "{} {}", "{\"a\":1,\"a\":2}", "{a:1}", "nul", "\u0000"})
    void whatIsNotOneValueIsRefused(String text) {
        assertThrows(IOException.class, () -> Trees.read(text));
    }

    @Test
    void numbersKeepTheirValue() {
        assertEquals(
                "[1,2,3.5,4.25,10000000000000000000,0.1]",
                Trees.write(List.of(1, 2L, 3.5, 4.25f, new BigInteger("10000000000000000000"), new BigDecimal("0.1"))));
    }

    @Test
    void aListMayHoldNothing() {
        assertEquals("[null]", Trees.write(Arrays.asList((Object) null)));
    }

    @Test
    void whatIsNoTreeIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Trees.write(List.of(Instant.EPOCH)));
    }
}
