package dev.kept.task;

import dev.kept.clock.ClockEvent;
import dev.kept.clock.Doubt;
import dev.kept.ledger.Entry;
import dev.kept.ledger.Ledger;
import dev.kept.policy.Policy;
import dev.kept.request.Correspondence;
import dev.kept.request.Links;
import dev.kept.request.Request;
import dev.kept.request.RequestFile;
import dev.kept.request.RequestState;
import dev.kept.request.Waits;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

/**
 * Asks the person for what removes a doubt about who she is; the clock stands still until she answers (decree 2019-536).
 * Called every day until she has, or has not for as long as the policy waits.
 */
public final class AskIdentity {
    private final Policy policy;
    private final RequestFile file;
    private final Tasks tasks;
    private final Waits waits;
    private final Correspondence correspondence;
    private final Ledger ledger;
    private final Clock clock;

    public AskIdentity(
            Policy policy,
            RequestFile file,
            Tasks tasks,
            Waits waits,
            Correspondence correspondence,
            Ledger ledger,
            Clock clock) {
        this.policy = policy;
        this.file = file;
        this.tasks = tasks;
        this.waits = waits;
        this.correspondence = correspondence;
        this.ledger = ledger;
        this.clock = clock;
    }

    void ask(String requestId, int round, String taskToken) {
        waits.begin(requestId, Waits.For.IDENTITY, taskToken);
        var request = file.requests().get(requestId);
        var taskId = OpenDecision.taskId(requestId, round);
        var asked = tasks.find(taskId).flatMap(Task::decided).orElseThrow().at();
        if (request.state() != RequestState.DECIDING) {
            waits.wake(requestId, Waits.For.IDENTITY, request.state().word());
        } else if (hasAnswered(request)) {
            waits.wake(requestId, Waits.For.IDENTITY, "answered");
        } else if (isLapsed(asked)) {
            waits.wake(requestId, Waits.For.IDENTITY, "lapsed");
        } else {
            write(request, taskId, round, asked);
        }
    }

    private void write(Request request, String taskId, int round, Instant asked) {
        var question = file.contents().find(request.id(), "note#" + taskId).orElseThrow();
        correspondence.write(request, "identity-" + round, (letters, address) -> {
            var expires = lastDay(asked).plusDays(1).atStartOfDay(policy.zone()).toInstant();
            var token = file.links().issue(request.id(), Links.Purpose.IDENTITY, expires);
            var since = LocalDate.ofInstant(asked, policy.zone());
            letters.askIdentity(address, Correspondence.about(request), question, since, token);
        });
        file.happened(request.id(), ClockEvent.asked(Doubt.IDENTITY, asked));
        ledger.append(new Entry(
                taskId + "/identity-asked", asked, "identity-asked", request.id(), "kept", Map.of("task", taskId)));
    }

    static boolean hasAnswered(Request request) {
        return request.events().stream().anyMatch(event -> event.type() == ClockEvent.Type.INFO_RECEIVED);
    }

    private boolean isLapsed(Instant asked) {
        return LocalDate.ofInstant(clock.instant(), policy.zone()).isAfter(lastDay(asked));
    }

    private LocalDate lastDay(Instant asked) {
        return LocalDate.ofInstant(asked, policy.zone()).plus(policy.deadlines().identity());
    }
}
