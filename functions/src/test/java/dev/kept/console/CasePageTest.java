package dev.kept.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kept.clock.ClockEvent;
import dev.kept.clock.Doubt;
import dev.kept.page.CaseView;
import dev.kept.page.Console;
import dev.kept.page.EventItem;
import dev.kept.page.FailureItem;
import dev.kept.request.RequestState;
import dev.kept.task.Decision;
import dev.kept.task.Grounds;
import dev.kept.task.Task;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class CasePageTest {
    private static final Task OPEN = Sample.task(Optional.empty());

    @Test
    void aDecisionIsShownWithAllThatItNeeds() {
        var view = page("en", deciding(List.of(), true), Optional.of(OPEN));

        var html = Console.file(Sample.frame("en"), view);
        assertTrue(html.contains(Sample.ADDRESS));
        assertTrue(html.contains(Sample.MESSAGE));
        assertTrue(html.contains(Sample.ANSWER));
        assertTrue(html.contains("action=\"/staff/tasks/request-one.1/decision"));
        assertTrue(html.contains("value=\"0f1e\""));
        assertEquals(4, view.total());
        assertEquals(1, view.unanswered().size());
        assertEquals(33, view.deadline().usedPercent());
    }

    @Test
    void anAuditorSeesNothingThatThePersonTyped() {
        var html = Console.file(Sample.frame("fr"), page("fr", deciding(List.of(), false), Optional.empty()));

        assertFalse(html.contains(Sample.ADDRESS));
        assertFalse(html.contains(Sample.MESSAGE));
        assertFalse(html.contains(Sample.ANSWER));
        assertFalse(html.contains("/decision"));
    }

    @Test
    void theDeadlineIsExplainedInTheReadersLanguage() {
        var file = deciding(List.of(), true);

        var french = page("fr", file, Optional.empty()).deadline().steps();
        var english = page("en", file, Optional.empty()).deadline().steps();

        assertEquals(english.size(), french.size());
        assertFalse(french.equals(english));
    }

    @Test
    void theClockStandsStillUntilTheAnswerComes() {
        var asked = ClockEvent.asked(Doubt.IDENTITY, Sample.RECEIVED.plus(Duration.ofDays(2)));
        var told = ClockEvent.told(Doubt.IDENTITY, Sample.RECEIVED.plus(Duration.ofDays(4)));

        var waiting = page("en", deciding(List.of(asked), true), Optional.empty());
        var answered = page("en", deciding(List.of(asked, told), true), Optional.empty());

        assertNotNull(waiting.deadline().suspended());
        assertNull(answered.deadline().suspended());
    }

    @Test
    void theHistoryTellsWhoDecided() {
        var decided = new Task.Decided(Decision.APPROVE, "", "boris", "approver", Sample.NOW);
        var request = Sample.request(RequestState.CARRYING_OUT, List.of());
        var file = Sample.file(request, Sample.task(Optional.of(decided)), true);

        var history = page("en", file, Optional.empty()).history();

        assertEquals(
                List.of("received", "confirmed", "deciding", "approved"),
                history.stream().map(EventItem::what).toList());
        assertEquals("Approver boris", history.get(3).who());
    }

    @Test
    void whoLeadsMayResumeWhatHasFailedAndIsNotForgotten() {
        var failed = Sample.request(RequestState.FAILED, List.of());
        var known = Sample.file(failed, OPEN, true);

        assertEquals(new FailureItem(null, false, false), page("agent", known));
        assertEquals(new FailureItem(null, false, true), page("approver", known));
        assertEquals(new FailureItem(null, false, true), page("dpo", known));
        assertEquals(new FailureItem(null, true, false), page("dpo", Sample.file(failed, OPEN, false)));
        assertEquals(new FailureItem(null, false, false), page("auditor", Sample.file(failed, OPEN, false)));
        assertNull(page("dpo", deciding(List.of(), true)));
    }

    private static @Nullable FailureItem page(String role, CaseFile file) {
        return new CasePage(Sample.POLICY, new Grounds(Sample.POLICY), Sample.frame("en", role))
                .of(file, Optional.empty())
                .failure();
    }

    private static CaseFile deciding(List<ClockEvent> events, boolean personal) {
        return Sample.file(Sample.request(RequestState.DECIDING, events), OPEN, personal);
    }

    private static CaseView page(String language, CaseFile file, Optional<Task> task) {
        return new CasePage(Sample.POLICY, new Grounds(Sample.POLICY), Sample.frame(language)).of(file, task);
    }
}
