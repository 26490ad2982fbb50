package dev.kept.retention;

import dev.kept.ledger.Entry;
import dev.kept.ledger.Ledger;
import dev.kept.retention.Copies.Restored;
import dev.kept.retention.Progress.Phase;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Carries out on a restored copy of a table what was erased since the moment to which it was restored, and reads it again;
 * then, and not before, rows of it can be put back. A call does as much as goes into it; done twice it is done once.
 */
public final class ReplayErasures {
    /** How many rows are read in one call of a function, which leaves it time enough for hashes and for deleting them. */
    static final int AT_MOST = 40_000;

    private final Copies copies;
    private final Erasures erasures;
    private final Replays replays;
    private final PutBack putBack;
    private final Ledger ledger;
    private final Clock clock;

    public ReplayErasures(
            Copies copies, Erasures erasures, Replays replays, PutBack putBack, Ledger ledger, Clock clock) {
        this.copies = copies;
        this.erasures = erasures;
        this.replays = replays;
        this.putBack = putBack;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * What an operator asks for.
     *
     * @param table whose copy it is
     * @param restoredTo the moment to which that was restored
     * @param putBack whether its rows are to be put back
     * @param atMost how many rows to read in this call, at most
     */
    record Order(String table, Instant restoredTo, boolean putBack, int atMost) {}

    /** Does as much of it as goes into one call. */
    Map<String, Object> replay(Order order) {
        var copy = copies.of(order.table());
        if (order.putBack() && !copy.comesBack()) {
            throw new ReplayRefused(
                    "Rows of " + order.table() + " are not put back one by one: a request and its workflow"
                            + " belong together. The guide says what to do about them.");
        }
        var found = found(order, copy);
        var known = replays.find(order.table(), order.restoredTo())
                .filter(progress -> progress.copy().equals(found.id()));
        var budget = new Budget(Math.min(order.atMost(), AT_MOST), clock);
        var owed = new Owed(copy.system(), erasures.since(order.restoredTo(), clock.instant()));
        if (order.putBack()) {
            var replayed = known.filter(Progress::isReplayed)
                    .orElseThrow(
                            () -> new ReplayRefused("The erasures since then are not replayed on this copy, or not to"
                                    + " their end: replay them first, without putBack, until more is false."));
            return putBack.putBack(order, copy, owed, replayed, budget);
        }
        var progress =
                known.filter(one -> !one.isReplayed()).orElseGet(() -> Progress.begin(found.id(), clock.instant()));
        while (!progress.isReplayed()) {
            if (budget.isSpent()) {
                return answer(order, owed, progress);
            }
            progress = goOn(order, copy, owed, progress, budget);
        }
        return answer(order, owed, progress);
    }

    private RestoredTable.Found found(Order order, Restored copy) {
        var now = clock.instant();
        if (order.restoredTo().isAfter(now)) {
            throw new ReplayRefused(
                    "restoredTo lies in the future: give the moment to which the copy was restored, in UTC.");
        }
        if (order.restoredTo().isBefore(erasures.reach(now))) {
            throw new ReplayRefused("The copy is older than the erasures that are known, which reach back to "
                    + erasures.reach(now).truncatedTo(ChronoUnit.SECONDS)
                    + ": restore a later one, and delete this. BackupsKeptDays says how long erasures are known.");
        }
        var found = copy.table()
                .find()
                .orElseThrow(() -> new ReplayRefused(
                        "There is no table " + copy.table().name() + ": restore the copy under this very name."));
        if (!found.ready()) {
            throw new ReplayRefused(copy.table().name() + " is still being restored: wait until it exists.");
        }
        found.restoredTo()
                .map(moment -> moment.truncatedTo(ChronoUnit.SECONDS))
                .filter(moment -> !moment.equals(order.restoredTo().truncatedTo(ChronoUnit.SECONDS)))
                .ifPresent(moment -> {
                    throw new ReplayRefused(copy.table().name() + " was restored to " + moment
                            + ", as AWS says: give this as restoredTo.");
                });
        return found;
    }

    /** One part of the copy, or from one phase to the next. */
    private Progress goOn(Order order, Restored copy, Owed owed, Progress progress, Budget budget) {
        if (progress.part() == RestoredTable.PARTS) {
            var next = progress.at(progress.phase() == Phase.ERASE ? Phase.READ_AGAIN : Phase.REPLAYED);
            if (next.isReplayed()) {
                record(order, owed, next);
            }
            return kept(order, next);
        }
        if (progress.phase() == Phase.ERASE) {
            var done = copy.copy().erase(owed, progress.part());
            budget.spend(done.read());
            var next = progress.counting("erased", done.rows()).nextPart();
            return done.read() == 0 ? next : kept(order, next);
        }
        var left = copy.copy().left(owed, progress.part());
        budget.spend(left.read());
        if (left.rows() > 0) {
            kept(order, progress.at(Phase.ERASE));
            throw new ReplayRefused(
                    left.rows() + " rows are still in the copy, or again, that were erased: call once more.");
        }
        return left.read() == 0 ? progress.nextPart() : kept(order, progress.nextPart());
    }

    private Progress kept(Order order, Progress progress) {
        replays.put(order.table(), order.restoredTo(), progress);
        return progress;
    }

    private void record(Order order, Owed owed, Progress progress) {
        ledger.append(new Entry(
                "erasures-replayed/" + order.table() + "/" + order.restoredTo() + "/" + progress.began(),
                clock.instant(),
                "erasures-replayed",
                order.table(),
                "kept",
                Map.of(
                        "restoredTo",
                        order.restoredTo().toString(),
                        "entries",
                        owed.entries(),
                        "erased",
                        progress.count("erased"),
                        "left",
                        0)));
    }

    private static Map<String, Object> answer(Order order, Owed owed, Progress progress) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("table", order.table());
        answer.put("restoredTo", order.restoredTo().toString());
        answer.put("entries", owed.entries());
        answer.put("erased", progress.count("erased"));
        if (progress.isReplayed()) {
            answer.put("left", 0);
        }
        answer.put("more", !progress.isReplayed());
        return answer;
    }
}
