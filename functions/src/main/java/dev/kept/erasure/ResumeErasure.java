package dev.kept.erasure;

import dev.kept.ledger.Entry;
import dev.kept.ledger.Ledger;
import dev.kept.outcome.SystemMarks;
import dev.kept.policy.ConnectedSystemDeclaration;
import dev.kept.policy.Policy;
import dev.kept.request.RequestFile;
import dev.kept.request.RequestState;
import dev.kept.task.Tasks;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Carries an answered erasure on when a hold has been released: what it kept back was approved to go then. */
public final class ResumeErasure {
    private final RequestFile file;
    private final SystemMarks marks;
    private final Policy policy;
    private final Tasks tasks;
    private final Ledger ledger;
    private final Clock clock;

    public ResumeErasure(RequestFile file, SystemMarks marks, Policy policy, Tasks tasks, Ledger ledger, Clock clock) {
        this.file = file;
        this.marks = marks;
        this.policy = policy;
        this.tasks = tasks;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * Where to go on.
     *
     * @param systems those, besides Kept's own tables, in which something was held back
     * @param round of the decision that covers it
     */
    record Resumed(List<String> systems, int round) {}

    /**
     * @throws NotYet while the erasure is still on its way without what was held back
     */
    Resumed resume(String requestId, String holdId) {
        var state = file.requests().get(requestId).state();
        if (state.isOpen()) {
            throw new NotYet(requestId);
        }
        var held = state == RequestState.ANSWERED
                ? policy.systems().stream()
                        .filter(declared -> !(declared instanceof ConnectedSystemDeclaration.Kept))
                        .map(ConnectedSystemDeclaration::id)
                        .filter(system -> marks.of(requestId, system).stream()
                                .anyMatch(line -> line.reason()
                                        .filter(Planner.LEGAL_HOLD::equals)
                                        .isPresent()))
                        .toList()
                : List.<String>of();
        ledger.append(new Entry(
                requestId + "/erasure-resumed/" + holdId,
                clock.instant(),
                "erasure-resumed",
                requestId,
                "kept",
                Map.of("hold", holdId)));
        return new Resumed(held, round(requestId));
    }

    /** The latest round in which somebody decided. */
    private int round(String requestId) {
        // between two may be one that nobody decided, because the request had failed
        var rounds = tasks.rounds(requestId);
        return IntStream.rangeClosed(1, rounds.size())
                .filter(round -> rounds.get(round - 1).decided().isPresent())
                .max()
                .orElse(1);
    }

    /** The erasure has not been answered yet: look again later. */
    public static final class NotYet extends RuntimeException {
        private static final long serialVersionUID = 1;

        NotYet(String requestId) {
            super("request " + requestId + " is still open");
        }
    }
}
