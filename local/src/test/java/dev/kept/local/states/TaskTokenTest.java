package dev.kept.local.states;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whoever may send a token back is decided by the workflow that has given it out. */
class TaskTokenTest {
    private static final String ONE = "arn:aws:states:eu-west-3:000000000000:stateMachine:kept-erase-data";
    private static final String OTHER = "arn:aws:states:eu-west-3:000000000000:stateMachine:kept-limit-use";

    private final Random random = new Random(7);

    @Test
    void itIsOfTheWorkflowThatHasGivenItOut() {
        var token = TaskToken.of(ONE, random);

        assertTrue(TaskToken.isFormed(token));
        assertTrue(TaskToken.isOf(token, ONE));
        assertFalse(TaskToken.isOf(token, OTHER));
        assertNotEquals(token, TaskToken.of(ONE, random));
    }

    @Test
    void whatIsNoneIsNobodys() {
        assertFalse(TaskToken.isOf("", ONE));
        assertFalse(TaskToken.isOf("AQCEAAAAKgAAAAMAAAAA", ONE));
    }
}
