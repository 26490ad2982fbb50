package dev.kept.console;

import dev.kept.clock.ClockEvent;
import dev.kept.clock.Deadlines;
import dev.kept.clock.RuleSets;
import dev.kept.http.Call;
import dev.kept.page.Frame;
import dev.kept.page.Site;
import dev.kept.page.Staff;
import dev.kept.page.StaticFiles;
import dev.kept.person.Identifier;
import dev.kept.person.Personal;
import dev.kept.policy.IdentifierType;
import dev.kept.policy.Policy;
import dev.kept.policy.RequestKind;
import dev.kept.request.Exhibit;
import dev.kept.request.FileType;
import dev.kept.request.Request;
import dev.kept.request.RequestClock;
import dev.kept.request.RequestContent;
import dev.kept.request.RequestDue;
import dev.kept.request.RequestState;
import dev.kept.request.RequestStep;
import dev.kept.task.Decision;
import dev.kept.task.Task;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A request about which staff decide, ten days old of thirty. */
final class Sample {
    static final Policy POLICY = Policy.load("faveo-helpdesk");
    static final Instant RECEIVED = Instant.parse("2026-11-02T09:00:00Z");
    static final Instant NOW = RECEIVED.plus(Duration.ofDays(10));
    static final Instant STRICT = RECEIVED.plus(Duration.ofDays(30));
    static final String ADDRESS = "camille.martin@example.com";
    static final String MESSAGE = "Please send me everything.";
    static final String ANSWER = "My customer number is in the attached letter.";

    private Sample() {}

    static Request request(RequestState state, List<ClockEvent> events) {
        return new Request(
                "request-one",
                RequestKind.ACCESS,
                state,
                RECEIVED,
                "en",
                "faveo-helpdesk/1",
                new RequestDue(
                        LocalDate.parse("2026-12-01"),
                        STRICT,
                        LocalDate.parse("2026-12-02"),
                        STRICT.plus(Duration.ofDays(1)),
                        Optional.empty()),
                events,
                Optional.of("person-one"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    static Task task(Optional<Task.Decided> decided) {
        var kept = Map.<String, Object>of("system", "kept", "answered", true, "found", Map.of("contact", 4));
        var silent = Map.<String, Object>of("system", "helpdesk", "answered", false, "found", Map.of());
        return new Task(
                "request-one.1",
                "decide-access",
                "request-one",
                RECEIVED.plus(Duration.ofDays(1)),
                STRICT,
                Map.of("request", "request-one", "does", "hand-over", "systems", List.of(kept, silent)),
                "0f1e",
                List.of(Decision.APPROVE, Decision.REFUSE),
                decided,
                Optional.empty());
    }

    static CaseFile file(Request request, Task task, boolean personal) {
        var typed = new CaseFile.Typed(
                new RequestContent(
                        new Identifier(IdentifierType.EMAIL, new Personal(ADDRESS)), new Personal(MESSAGE), Map.of()),
                Optional.of(ANSWER),
                Optional.empty());
        return new CaseFile(
                request,
                new RequestClock(POLICY, new Deadlines(RuleSets.load())).deadline(request),
                List.of(
                        new RequestStep(RECEIVED, "received"),
                        new RequestStep(RECEIVED.plusSeconds(60), "confirmed"),
                        new RequestStep(RECEIVED.plusSeconds(61), "deciding")),
                List.of(task),
                List.of(),
                Optional.empty(),
                personal ? Optional.of(typed) : Optional.empty(),
                List.of(new Exhibit(1, FileType.PDF, 240_000, RECEIVED.plusSeconds(30), "object-one")),
                List.of(),
                List.of(),
                NOW);
    }

    static Frame frame(String language) {
        return frame(language, "agent");
    }

    static Frame frame(String language, String role) {
        var call = new Call("GET", "/", Map.of(), Map.of("lang", language), Map.of(), "", "call-1", "", Map.of());
        return Site.of(POLICY, new StaticFiles()).frame(call, new Staff("Agnès", role));
    }
}
