package dev.kept.local.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kept.http.Json;
import dev.kept.http.ProblemKind;
import dev.kept.local.Options;
import dev.kept.local.gateway.OwnAnswers.Kind;
import dev.kept.local.template.Template;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What API Gateway answers before any function does, as template.yaml has it. */
class OwnAnswersTest {
    private final OwnAnswers answers =
            new OwnAnswers(Template.read(Options.projectFolder().resolve("template.yaml"), Map.of())
                    .apis()
                    .values()
                    .iterator()
                    .next()
                    .responses());

    @ParameterizedTest
    @EnumSource(Kind.class)
    void eachIsAProblemUnderTheHeadersOfEveryAnswer(Kind kind) {
        var answer = answers.answer(kind, call("*/*"), "c1");

        var problem = Json.object(new String(answer.body(), StandardCharsets.UTF_8));
        assertEquals("application/problem+json", header(answer, "Content-Type"));
        assertTrue(Arrays.stream(ProblemKind.values())
                .anyMatch(known -> ("/problems/" + known.slug()).equals(problem.get("type"))));
        assertEquals(problem.getOrDefault("status", answer.status()), answer.status());
        assertEquals("c1", problem.get("instance"));
        assertFalse(Json.string(problem, "detail").isBlank());
        assertEquals("no-store", header(answer, "Cache-Control"));
        assertEquals("nosniff", header(answer, "X-Content-Type-Options"));
        assertTrue(header(answer, "Strict-Transport-Security").startsWith("max-age="));
    }

    @Test
    void aBrowserIsShownTheWayIn() {
        for (var kind : List.of(Kind.UNAUTHORIZED, Kind.ACCESS_DENIED)) {
            var answer = answers.answer(kind, call("text/html,application/xhtml+xml,*/*;q=0.8"), "c1");

            assertEquals("text/html", header(answer, "Content-Type"));
            assertEquals("no-referrer", header(answer, "Referrer-Policy"));
            assertTrue(new String(answer.body(), StandardCharsets.UTF_8).contains("href=\"/staff"));
        }
    }

    private static String header(HttpAnswer answer, String name) {
        return answer.headers().getOrDefault(name, List.of("none")).get(0);
    }

    private static HttpCall call(String accept) {
        return new HttpCall(
                "GET", "/staff/tasks", Map.of(), Map.of("Accept", List.of(accept)), new byte[0], "127.0.0.1");
    }
}
