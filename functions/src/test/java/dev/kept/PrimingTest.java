package dev.kept;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PrimingTest {
    @Test
    void everyCallIsAnsweredWithinTheProcess() {
        assertEquals(8, new Priming("eu-west-3").run());
    }
}
