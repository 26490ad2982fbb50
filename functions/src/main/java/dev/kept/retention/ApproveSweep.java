package dev.kept.retention;

import dev.kept.http.ProblemFound;
import dev.kept.http.ProblemKind;
import dev.kept.ledger.Entry;
import dev.kept.ledger.Ledger;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;

/** Lets go what was too much to go unasked, and sweeps the day once more. */
public final class ApproveSweep {
    private final Sweeps sweeps;
    private final SweepWorkflow workflow;
    private final Ledger ledger;
    private final Clock clock;

    public ApproveSweep(Sweeps sweeps, SweepWorkflow workflow, Ledger ledger, Clock clock) {
        this.sweeps = sweeps;
        this.workflow = workflow;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * Approves; the same once more is the same.
     *
     * @param count how many records of the category were shown to who approves
     * @throws ProblemFound when that day was not swept, or is not the last that was, or when something else waits
     */
    void approve(LocalDate day, String category, int count, String staffSubject) {
        var swept = sweeps.of(day).map(tree -> SweptDay.of(day, tree)).orElseThrow(ProblemFound::notFound);
        if (sweeps.last(1).keySet().stream().anyMatch(last -> last.isAfter(day))) {
            throw new ProblemFound(
                    ProblemKind.TOO_LATE,
                    "A later day has been swept since; approve there, with the counts of that day.");
        }
        var isRule = swept.rules().stream()
                .anyMatch(change -> change.category().equals(category) && change.count() == count);
        var what = isRule ? RuleBook.approval(category) : category;
        if (sweeps.approved(day, what) != count) {
            if (!isRule && swept.waiting().getOrDefault(category, 0) != count) {
                throw new ProblemFound(
                        ProblemKind.PLAN_CHANGED, "Look at the day again; another number of records waits there now.");
            }
            ledger.append(new Entry(
                    "sweep." + day + "/approved." + what + "." + count,
                    clock.instant(),
                    isRule ? "rule-approved" : "purge-approved",
                    "sweep." + day,
                    staffSubject,
                    Map.of("category", category, "count", count)));
            sweeps.approve(day, what, count, staffSubject, clock.instant());
        }
        workflow.startAgain(day, what, count);
    }
}
