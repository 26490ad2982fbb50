package dev.kept.hold;

import dev.kept.ledger.Entry;
import dev.kept.ledger.Ledger;
import dev.kept.person.Identifier;
import dev.kept.person.Ids;
import dev.kept.policy.Policy;
import dev.kept.system.Lookup;
import dev.kept.system.Place;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Places a legal hold. It protects, so one person suffices, and it is in force at once, also over an erasure under way. */
public final class PlaceHold {
    private final Policy policy;
    private final Lookup lookup;
    private final Holds holds;
    private final Ledger ledger;
    private final Ids ids;
    private final Clock clock;

    public PlaceHold(Policy policy, Lookup lookup, Holds holds, Ledger ledger, Ids ids, Clock clock) {
        this.policy = policy;
        this.lookup = lookup;
        this.holds = holds;
        this.ledger = ledger;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * What is asked for.
     *
     * @param categories every one where none is named
     * @param reviewBy the day by which it has to be looked at again
     */
    record Order(Identifier identifier, List<String> categories, String reason, String authority, LocalDate reviewBy) {
        @Override
        public String toString() {
            return "Order[hold]";
        }
    }

    /** The id of the new hold. */
    String place(Order order, String staffSubject) {
        var hold = new Hold(
                ids.next(),
                order.categories(),
                order.reason(),
                order.authority(),
                staffSubject,
                clock.instant(),
                order.reviewBy());
        var subject = lookup.find(order.identifier());
        holds.place(subject, Place.of(policy, subject), hold);
        ledger.append(new Entry(
                hold.id() + "/hold-placed",
                hold.placedAt(),
                "hold-placed",
                hold.id(),
                staffSubject,
                Map.of(
                        "categories",
                        hold.categories(),
                        "reviewBy",
                        hold.reviewBy().toString())));
        return hold.id();
    }
}
