package dev.kept.restriction;

import dev.kept.clock.ClockEvent;
import dev.kept.http.Json;
import dev.kept.ledger.Entry;
import dev.kept.ledger.Ledger;
import dev.kept.ledger.SystemOutcome;
import dev.kept.mail.LimitMail;
import dev.kept.outcome.OpenSystems;
import dev.kept.outcome.SystemMarks;
import dev.kept.person.Restrictions;
import dev.kept.policy.Policy;
import dev.kept.policy.RequestKind;
import dev.kept.request.Correspondence;
import dev.kept.request.Marks;
import dev.kept.request.NobodyToAnswer;
import dev.kept.request.Request;
import dev.kept.request.RequestClosed;
import dev.kept.request.RequestFile;
import dev.kept.request.RequestState;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * Writes to the person what is no longer done with her data, and where staff still have to see to it; only then is the
 * request answered. The restriction that lasted while an objection was examined ends after that, and not before.
 */
public final class DeliverLimits {
    private final Policy policy;
    private final RequestFile file;
    private final Restrictions restrictions;
    private final Marks marks;
    private final Correspondence correspondence;
    private final Ledger ledger;
    private final Clock clock;

    public DeliverLimits(
            Policy policy,
            RequestFile file,
            Restrictions restrictions,
            Marks marks,
            Correspondence correspondence,
            Ledger ledger,
            Clock clock) {
        this.policy = policy;
        this.file = file;
        this.restrictions = restrictions;
        this.marks = marks;
        this.correspondence = correspondence;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** The systems to ask again, which have not stopped yet; none where asking would not help. */
    List<String> deliver(String requestId) {
        var request = file.requests().get(requestId);
        if (request.state() != RequestState.CARRYING_OUT && request.state() != RequestState.ANSWERED) {
            throw new RequestClosed(requestId);
        }
        if (request.state() == RequestState.ANSWERED && file.requests().isForgotten(requestId)) {
            // she has been erased since
            throw new RequestClosed(requestId);
        }
        var plan = marks.find(requestId, LimitUse.PLAN)
                .map(mark -> LimitPlan.of(Json.child(mark, "plan")))
                .orElseThrow();
        var outcomes = new SystemMarks(marks).outcomes(requestId);
        var hash = SystemOutcome.hash(outcomes);
        if (!correspondence.write(
                request,
                "limited-" + hash.substring(0, 16),
                (letters, address) -> letters.limited(address, request.language(), mail(request, plan, outcomes)))) {
            throw new NobodyToAnswer(requestId);
        }
        if (request.state() == RequestState.CARRYING_OUT) {
            file.happened(requestId, ClockEvent.answered(clock.instant()));
            file.requests().move(requestId, RequestState.ANSWERED);
        }
        ledger.append(new Entry(
                requestId + "/request-answered/" + hash.substring(0, 16),
                clock.instant(),
                "request-answered",
                requestId,
                "kept",
                Map.of("outcome", hash)));
        if (request.kind() == RequestKind.OBJECTION && plan.decide()) {
            request.personId().ifPresent(person -> {
                restrictions.lift(person, requestId);
                ledger.append(new Entry(
                        requestId + "/" + request.again("restriction-lifted"),
                        clock.instant(),
                        "restriction-lifted",
                        requestId,
                        "kept",
                        Map.of()));
            });
        }
        return OpenSystems.toAskAgain(outcomes);
    }

    private LimitMail mail(Request request, LimitPlan plan, List<SystemOutcome> outcomes) {
        return new LimitMail(
                request.id(),
                request.kind().word(),
                LocalDate.ofInstant(request.received(), policy.zone()),
                request.kind() == RequestKind.RESTRICTION,
                plan.marketing(),
                plan.categories().stream()
                        .map(category -> policy.category(category).title().in(request.language()))
                        .toList(),
                open(request, outcomes));
    }

    private List<String> open(Request request, List<SystemOutcome> outcomes) {
        return OpenSystems.in(outcomes).stream()
                .map(system -> policy.systemTitle(system, request.language()))
                .toList();
    }
}
