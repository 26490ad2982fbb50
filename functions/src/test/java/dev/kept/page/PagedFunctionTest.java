package dev.kept.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kept.http.Call;
import dev.kept.http.Problem;
import dev.kept.http.ProblemFound;
import dev.kept.http.ProblemKind;
import dev.kept.http.Reply;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PagedFunctionTest {
    private static final Problem FIELDS =
            Problem.fields(ProblemKind.INVALID_INPUT, "Fill in the fields.", List.of("fields.email"));

    private final Site site = new Samples(Language.FRENCH, "").site();

    @Test
    void aBrowserGetsAPageWithTheProblemsStatus() {
        var reply = new Faulty(Optional.empty()).show(FIELDS, call("text/html,*/*"));

        assertEquals(422, reply.status());
        assertEquals("text/html; charset=utf-8", reply.headers().get("Content-Type"));
        assertTrue(reply.body().contains("E-mail address"));
    }

    @Test
    void aProgramGetsJson() {
        var reply = new Faulty(Optional.empty()).show(FIELDS, call("application/json"));

        assertEquals("application/problem+json", reply.headers().get("Content-Type"));
        assertTrue(reply.body().contains("\"fields\":[\"fields.email\"]"));
    }

    @Test
    void aFormIsShownAgainWhereTheFunctionDrawsIt() {
        var reply = new Faulty(Optional.of("the form")).show(FIELDS, call("text/html"));

        assertEquals(422, reply.status());
        assertEquals("the form", reply.body());
    }

    @Test
    void whoAsksTooOftenIsToldWhenToComeBack() {
        var problem = new Problem(ProblemKind.TOO_MANY_REQUESTS, "Wait.", List.of(), 60, Map.of());

        var reply = new Faulty(Optional.of("the form")).show(problem, call("text/html"));

        assertEquals("60", reply.headers().get("Retry-After"));
        assertFalse(reply.body().contains("the form"));
    }

    private static Call call(String accept) {
        return new Call("POST", "/", Map.of(), Map.of("lang", "en"), Map.of("accept", accept), "", "c1", "", Map.of());
    }

    /** A function that only ever finds a problem. */
    private final class Faulty implements PagedFunction {
        private final Optional<String> form;

        Faulty(Optional<String> form) {
            this.form = form;
        }

        @Override
        public Site site() {
            return site;
        }

        @Override
        public Optional<String> corrected(Problem problem, Call call) {
            return form;
        }

        @Override
        public Reply answer(Call call) {
            throw new ProblemFound(FIELDS);
        }
    }
}
