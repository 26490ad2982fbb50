package dev.kept.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kept.http.Json;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Too many requests at once: the caller is told so, and nothing of what was asked is lost. */
@OnlyLocally(OnlyLocally.TIME)
class OverTheLimitTest {
    private final Town town = Town.running();
    private final Person marie = new Person(town).registers();
    private final int limit = town.policy().limits().perIdentifier();

    /** The count begins anew with the hour, and other scenarios have counted in this one. */
    @BeforeEach
    void atTheBeginningOfAnHour() {
        var now = town.now();
        var next = now.truncatedTo(ChronoUnit.HOURS).plus(Duration.ofHours(1));
        town.advance(Duration.between(now, next).toString());
    }

    @Test
    void aRequestOverTheLimitIsStoredAndContinuesInTheNextHour() {
        asksUpToTheLimit();
        assertEquals(limit, town.mailTo(marie.address()).size());

        var over = town.client().post("/requests", marie.request());

        assertEquals(429, over.status(), over.toString());
        assertEquals("application/problem+json", over.header("content-type").orElse(""));
        assertEquals("/problems/too-many-requests", over.text("type"));
        assertTrue(over.text("detail").contains("stored"), over.toString());
        assertEquals("3600", over.header("retry-after").orElse(""));
        marie.knows(over);
        assertEquals("received", marie.state());
        assertEquals(over.text("answerBy"), Json.string(marie.follows(), "answerBy"));
        var seen = new Office(town, "agnes", "agent").get("/staff/requests/" + marie.requestId());
        assertEquals(200, seen.status(), seen.toString());
        assertEquals(limit, town.mailTo(marie.address()).size(), "its mail waits");

        town.advance("PT1H");
        assertEquals(limit + 1, town.mailTo(marie.address()).size());
        marie.confirms();
        assertEquals("deciding", marie.state());
    }

    @Test
    void aFloodOfOneHourIsNoneOfTheNext() {
        asksUpToTheLimit();
        for (var more = 0; more < limit; more++) {
            assertEquals(429, town.client().post("/requests", marie.request()).status());
        }

        var last = town.client().post("/requests", marie.request());

        assertEquals("7200", last.header("retry-after").orElse(""));
        town.advance("PT1H");
        assertEquals(2 * limit, town.mailTo(marie.address()).size());
        town.advance("PT1H");
        assertEquals(2 * limit + 1, town.mailTo(marie.address()).size());
    }

    @Test
    void aBrowserGetsAPageThatLeadsToTheRequest() {
        asksUpToTheLimit();

        var over = town.client().submit("/requests", form());

        assertEquals(429, over.status());
        assertEquals("3600", over.header("retry-after").orElse(""));
        assertTrue(over.body().startsWith("<!DOCTYPE html>"), over.toString());
        assertFalse(over.body().contains(marie.address()));
        var follow = over.body().replaceFirst("(?s).*href=\"(/requests/[^\"?]+\\?token=[^\"]+)\".*", "$1");
        var page = town.client().get(follow, "Accept", "text/html");
        assertEquals(200, page.status(), follow);
    }

    @Test
    void itsRepetitionUnderTheSameKeyIsNotStoredAgain() {
        asksUpToTheLimit();
        var key = "over-" + marie.address();

        var first = town.client().post("/requests", marie.request(), "Idempotency-Key", key);
        var second = town.client().post("/requests", marie.request(), "Idempotency-Key", key);

        assertEquals(429, second.status());
        assertEquals(first.body(), second.body());
        assertFalse(first.text("requestId").isEmpty());
    }

    private void asksUpToTheLimit() {
        for (var number = 0; number < limit; number++) {
            marie.asks();
        }
        town.advance("PT0S");
    }

    private Map<String, String> form() {
        var form = new LinkedHashMap<String, String>();
        form.put("kind", "access");
        form.put("identifier.type", "email");
        form.put("identifier.value", marie.address());
        return form;
    }
}
