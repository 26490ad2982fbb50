package dev.kept.task;

import dev.kept.clock.ClockEvent;
import dev.kept.ledger.Entry;
import dev.kept.ledger.Ledger;
import dev.kept.policy.Ground;
import dev.kept.policy.Policy;
import dev.kept.request.Correspondence;
import dev.kept.request.ForgetContent;
import dev.kept.request.Request;
import dev.kept.request.RequestClosed;
import dev.kept.request.RequestFile;
import dev.kept.request.RequestState;
import java.time.Clock;
import java.util.Map;

/** Tells the person that the request is refused, on what ground, and where to complain (GDPR art. 12(4)); then closes it. */
public final class RefuseRequest {
    /** The ground where the person did not answer the question who she is. */
    static final String IDENTITY = "NOT_ACTED_IDENTITY";

    private final RequestFile file;
    private final Policy policy;
    private final Tasks tasks;
    private final Correspondence correspondence;
    private final ForgetContent forget;
    private final Ledger ledger;
    private final Clock clock;

    public RefuseRequest(
            RequestFile file,
            Policy policy,
            Tasks tasks,
            Correspondence correspondence,
            ForgetContent forget,
            Ledger ledger,
            Clock clock) {
        this.file = file;
        this.policy = policy;
        this.tasks = tasks;
        this.correspondence = correspondence;
        this.forget = forget;
        this.ledger = ledger;
        this.clock = clock;
    }

    void refuse(String requestId, int round) {
        var request = file.requests().get(requestId);
        if (!request.state().isOpen() && request.state() != RequestState.REFUSED) {
            throw new RequestClosed(requestId);
        }
        var taskId = OpenDecision.taskId(requestId, round);
        var decided = tasks.find(taskId).flatMap(Task::decided);
        var reason = decided.filter(taken -> taken.decision() == Decision.REFUSE)
                .map(Task.Decided::reason)
                .orElse(IDENTITY);
        var note = reason.equals(IDENTITY)
                ? ""
                : file.contents().find(requestId, "note#" + taskId).orElse("");
        var ground = ground(reason);
        correspondence.write(
                request,
                request.again("refused"),
                (letters, address) -> letters.refused(address, Correspondence.about(request), ground, note));
        close(request, reason);
        forget.ofErased(requestId);
    }

    private void close(Request request, String reason) {
        if (request.state() != RequestState.REFUSED) {
            file.happened(request.id(), ClockEvent.refused(clock.instant()));
            file.requests().move(request.id(), RequestState.REFUSED);
        }
        ledger.append(new Entry(
                request.id() + "/request-refused",
                clock.instant(),
                "request-refused",
                request.id(),
                "kept",
                Map.of("reason", reason)));
    }

    private Ground ground(String code) {
        return policy.refusals().stream()
                .filter(ground -> ground.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the policy has no ground of refusal " + code));
    }
}
