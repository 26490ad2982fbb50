package dev.kept.erasure;

import dev.kept.ledger.Entry;
import dev.kept.ledger.Ledger;
import dev.kept.person.Identifier;
import dev.kept.person.Ids;
import dev.kept.system.Lookup;
import java.time.Clock;
import java.util.Map;

/**
 * Rehearses an erasure: the plan that a deletion request of that person would be approved by at this moment, and nothing is
 * touched. That somebody has looked stands in the ledger.
 */
public final class RehearseErasure {
    private final Lookup lookup;
    private final Planner planner;
    private final Ledger ledger;
    private final Ids ids;
    private final Clock clock;

    public RehearseErasure(Lookup lookup, Planner planner, Ledger ledger, Ids ids, Clock clock) {
        this.lookup = lookup;
        this.planner = planner;
        this.ledger = ledger;
        this.ids = ids;
        this.clock = clock;
    }

    /** What would be done now; the plan bears the rehearsal's own id in place of a request's. */
    public ErasurePlan rehearse(Identifier asked, String staffSubject) {
        var plan = planner.plan(ids.next(), lookup.find(asked), false);
        ledger.append(new Entry(
                plan.requestId() + "/erasure-rehearsed",
                clock.instant(),
                "erasure-rehearsed",
                plan.requestId(),
                staffSubject,
                Map.of("plan", plan.hash())));
        return plan;
    }
}
