package dev.kept.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class DoubtsTest {
    @Test
    void lessThanThirtyDaysToFetchTheDataIsDoubtful() {
        var doubts = Doubts.about(policy("\"P29D\""));

        assertEquals(
                List.of("$.deadlines.retrieval"),
                doubts.stream().map(Fault::path).toList());
        assertTrue(doubts.get(0).message().startsWith("WARN_DATA_ACT_25_2_G"));
    }

    @Test
    void thirtyDaysAreNot() {
        assertEquals(List.of(), Doubts.about(policy("\"P30D\"")));
    }

    /** Where the Data Act does not cover the service, nothing is to be fetched. */
    @Test
    void thePolicyOfTheSampleHasNone() {
        assertEquals(
                List.of(), Doubts.about(Policy.parse(Draft.ID, Draft.faveo().json())));
    }

    private static Policy policy(String retrieval) {
        return Policy.parse(
                Draft.ID, Draft.faveo().with("deadlines.retrieval", retrieval).json());
    }
}
