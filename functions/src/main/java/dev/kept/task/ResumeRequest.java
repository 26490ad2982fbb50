package dev.kept.task;

import dev.kept.http.ProblemFound;
import dev.kept.http.ProblemKind;
import dev.kept.ledger.Entry;
import dev.kept.ledger.Ledger;
import dev.kept.request.Request;
import dev.kept.request.RequestState;
import dev.kept.request.Requests;
import dev.kept.request.Resumed;
import dev.kept.request.Workflows;
import dev.kept.staff.StaffMember;
import java.time.Clock;
import java.util.Map;

/**
 * Takes a request that has failed up again, once its cause is mended: its workflow begins anew, whose steps do once what they
 * do twice. Whatever was approved and not carried out is decided again, in a round that nobody has decided; its dates stay.
 */
public final class ResumeRequest {
    private final Requests requests;
    private final Tasks tasks;
    private final Workflows workflows;
    private final Ledger ledger;
    private final Clock clock;

    public ResumeRequest(Requests requests, Tasks tasks, Workflows workflows, Ledger ledger, Clock clock) {
        this.requests = requests;
        this.tasks = tasks;
        this.workflows = workflows;
        this.ledger = ledger;
        this.clock = clock;
    }

    void resume(String requestId, StaffMember who) {
        var failed = requests.require(requestId);
        check(failed);
        var rounds = tasks.rounds(requestId);
        var run = new Resumed(failed.times() + 1, rounds.size() + 1, clock.instant());
        rounds.stream().filter(task -> task.decided().isEmpty()).forEach(task -> tasks.close(task.id()));
        var entry = new Entry(
                requestId + "/request-resumed/" + run.times(),
                run.at(),
                "request-resumed",
                requestId,
                who.subject(),
                Map.of("role", who.role().word(), "times", run.times()));
        var done = ledger.appendWith(entry, requests.resumption(failed, isConfirmed(requestId), run));
        var request = requests.get(requestId);
        // refused is also the repetition of a call that was carried out and whose answer was lost
        if (!done && request.resumed().filter(run::equals).isEmpty()) {
            throw refused(request);
        }
        // should this be lost, the watch over deadlines starts it
        workflows.start(request);
    }

    private void check(Request request) {
        if (request.state() != RequestState.FAILED) {
            throw refused(request);
        }
        if (requests.isForgotten(request.id())) {
            throw new ProblemFound(
                    ProblemKind.TOO_LATE,
                    "What the person typed has been erased since, and with it whom this is about: nothing can be resumed. "
                            + "If she still wants something, she makes a new request.");
        }
    }

    private boolean isConfirmed(String requestId) {
        var confirmed = RequestState.CONFIRMED.word();
        return requests.steps(requestId).stream().anyMatch(step -> step.step().equals(confirmed));
    }

    private static ProblemFound refused(Request request) {
        return new ProblemFound(
                ProblemKind.TOO_LATE,
                request.state().isOpen()
                        ? "The request is on its way: decide what waits among the tasks."
                        : "Only a request that has failed is resumed. This one is closed; the person can make a new one.");
    }
}
