package dev.kept.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The whole way as somebody walks it who types the README's command: on a clock that runs, as the one of AWS does. */
@OnlyLocally(OnlyLocally.INSIDE)
class RunningClockTest {
    private final Town town = Town.onARunningClock();

    @AfterEach
    void close() {
        town.behind().close();
    }

    @Test
    void aRequestGoesTheWholeWay() {
        var marie = new Person(town).registers().orders();
        var submitted = town.client().post("/requests", marie.request());
        assertEquals(202, submitted.status(), submitted.toString());

        marie.asks().confirms();
        new Office(town, "agnes", "agent").approves(marie.requestId());

        assertEquals("answered", marie.state());
        assertTrue(marie.downloads().length > 0);
    }
}
