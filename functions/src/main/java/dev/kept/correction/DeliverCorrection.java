package dev.kept.correction;

import dev.kept.clock.ClockEvent;
import dev.kept.ledger.Entry;
import dev.kept.ledger.Ledger;
import dev.kept.ledger.SystemOutcome;
import dev.kept.outcome.OpenSystems;
import dev.kept.outcome.SystemMarks;
import dev.kept.person.Identifier;
import dev.kept.policy.IdentifierType;
import dev.kept.policy.Policy;
import dev.kept.request.Correspondence;
import dev.kept.request.Marks;
import dev.kept.request.NobodyToAnswer;
import dev.kept.request.Proposal;
import dev.kept.request.Request;
import dev.kept.request.RequestClosed;
import dev.kept.request.RequestFile;
import dev.kept.request.RequestState;
import dev.kept.task.Tasks;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes to the person, field by field, what was done where, what was refused and what is open; only then is the request
 * answered, and the restriction of her records ends. When a system that was open is done later, she is told that too.
 */
public final class DeliverCorrection {
    private final Policy policy;
    private final RequestFile file;
    private final Tasks tasks;
    private final Marks marks;
    private final Correspondence correspondence;
    private final CloseCorrection close;
    private final Ledger ledger;
    private final Clock clock;

    public DeliverCorrection(
            Policy policy,
            RequestFile file,
            Tasks tasks,
            Marks marks,
            Correspondence correspondence,
            CloseCorrection close,
            Ledger ledger,
            Clock clock) {
        this.policy = policy;
        this.file = file;
        this.tasks = tasks;
        this.marks = marks;
        this.correspondence = correspondence;
        this.close = close;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** The systems that are still open, to be asked again. */
    List<String> deliver(String requestId, int round) {
        var request = file.requests().get(requestId);
        if (request.state() != RequestState.CARRYING_OUT && request.state() != RequestState.ANSWERED) {
            throw new RequestClosed(requestId);
        }
        var approved = Approved.of(tasks, marks, requestId, round);
        var outcomes = new SystemMarks(marks).outcomes(requestId);
        var open = OpenSystems.in(outcomes);
        write(request, approved, outcomes, open);
        if (request.state() == RequestState.CARRYING_OUT) {
            file.happened(requestId, ClockEvent.answered(clock.instant()));
            file.requests().move(requestId, RequestState.ANSWERED);
        }
        record(requestId, approved, outcomes);
        close.close(requestId);
        return open;
    }

    private void record(String requestId, Approved approved, List<SystemOutcome> outcomes) {
        ledger.append(new Entry(
                requestId + "/request-answered",
                clock.instant(),
                "request-answered",
                requestId,
                "kept",
                Map.of(
                        "outcome", SystemOutcome.hash(outcomes),
                        "corrected", List.copyOf(approved.fields()),
                        "refused", approved.refused())));
    }

    private void write(Request request, Approved approved, List<SystemOutcome> outcomes, List<String> open) {
        var language = request.language();
        var mail = new Answer(policy, language, marks, file).about(request, approved, outcomes, open);
        var occasion = request.again(open.isEmpty() ? "corrected" : "corrected-without-" + String.join("-", open));
        var reached = correspondence.write(
                request, occasion, (letters, address) -> letters.corrected(address, language, mail));
        if (!reached) {
            throw new NobodyToAnswer(request.id());
        }
        newAddress(request, approved)
                .ifPresent(address -> marks.once(
                        request.id(),
                        "letter-new-" + occasion,
                        () -> correspondence.writeToOthers(letters -> letters.corrected(address, language, mail))));
    }

    /** An e-mail address that was corrected is written to as well as the one before it. */
    private Optional<String> newAddress(Request request, Approved approved) {
        var proposed = Proposal.of(file.contents().get(request.id())).fields();
        var known = correspondence.addressOf(request.id());
        return approved.fields().stream()
                .flatMap(field -> Identifier.of(field, proposed.getOrDefault(field, ""), policy).stream())
                .filter(identifier -> identifier.type() == IdentifierType.EMAIL)
                .map(identifier -> identifier.value().reveal())
                .filter(address -> !known.equals(Optional.of(address)))
                .findFirst();
    }
}
