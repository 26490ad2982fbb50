package dev.kept.access;

import dev.kept.clock.ClockEvent;
import dev.kept.ledger.Entry;
import dev.kept.ledger.Ledger;
import dev.kept.policy.Policy;
import dev.kept.request.Correspondence;
import dev.kept.request.Links;
import dev.kept.request.Marks;
import dev.kept.request.NobodyToAnswer;
import dev.kept.request.Request;
import dev.kept.request.RequestClosed;
import dev.kept.request.RequestFile;
import dev.kept.request.RequestState;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;

/** Writes to the person that her answer is ready, with a link of our own; only then is the request answered. */
public final class DeliverAnswer {
    private final Policy policy;
    private final RequestFile file;
    private final Marks marks;
    private final Correspondence correspondence;
    private final Ledger ledger;
    private final Clock clock;

    public DeliverAnswer(
            Policy policy, RequestFile file, Marks marks, Correspondence correspondence, Ledger ledger, Clock clock) {
        this.policy = policy;
        this.file = file;
        this.marks = marks;
        this.correspondence = correspondence;
        this.ledger = ledger;
        this.clock = clock;
    }

    void deliver(String requestId) {
        var request = file.requests().get(requestId);
        if (request.state() != RequestState.CARRYING_OUT && request.state() != RequestState.ANSWERED) {
            throw new RequestClosed(requestId);
        }
        if (request.state() == RequestState.CARRYING_OUT) {
            write(request);
            file.happened(requestId, ClockEvent.answered(clock.instant()));
            file.requests().move(requestId, RequestState.ANSWERED);
        }
        var made = marks.find(requestId, PackageAnswer.MARK).orElseThrow();
        ledger.append(new Entry(
                requestId + "/request-answered",
                clock.instant(),
                "request-answered",
                requestId,
                "kept",
                Map.of("package", String.valueOf(made.get("hash")))));
    }

    private void write(Request request) {
        var until = LocalDate.ofInstant(clock.instant(), policy.zone())
                .plus(policy.deadlines().download());
        var reached = correspondence.write(request, request.again("ready"), (letters, address) -> {
            var expires = until.plusDays(1).atStartOfDay(policy.zone()).toInstant();
            var token = file.links().issue(request.id(), Links.Purpose.ANSWER, expires);
            letters.ready(address, Correspondence.about(request), token, expires);
        });
        if (!reached) {
            throw new NobodyToAnswer(request.id());
        }
    }
}
