package dev.kept.retention;

import dev.kept.correction.CorrectAgain;
import dev.kept.ledger.Canonical;
import dev.kept.ledger.Entry;
import dev.kept.ledger.Ledger;
import dev.kept.person.People;
import dev.kept.retention.Copies.Restored;
import dev.kept.retention.Progress.Phase;
import dev.kept.system.Lookup;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.logging.log4j.LogManager;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Puts back into the live table what it lacks of a copy on which the erasures have been replayed, and then applies
 * corrections again, since a copy knows the values from before.
 */
public final class PutBack {
    /** Clocks differ by less. */
    private static final Duration A_DAY = Duration.ofDays(1);

    private final Erasures erasures;
    private final PuttingBack puttingBack;
    private final Replays replays;
    private final Copies copies;
    private final Corrected corrected;
    private final Ledger ledger;
    private final Clock clock;

    /** Those of whom something was corrected, and how it is applied again. */
    public record Corrected(People people, Lookup lookup, CorrectAgain again) {}

    public PutBack(
            Erasures erasures,
            PuttingBack puttingBack,
            Replays replays,
            Copies copies,
            Corrected corrected,
            Ledger ledger,
            Clock clock) {
        this.erasures = erasures;
        this.puttingBack = puttingBack;
        this.replays = replays;
        this.copies = copies;
        this.corrected = corrected;
        this.ledger = ledger;
        this.clock = clock;
    }

    Map<String, Object> putBack(
            ReplayErasures.Order order, Restored copy, Owed owed, Progress replayed, Budget budget) {
        var again = replayed.phase() == Phase.REPLAYED || replayed.phase() == Phase.DONE;
        var progress = again ? begin(order, replayed) : replayed;
        if (progress.phase() == Phase.PUT_BACK) {
            if (!puttingBack.begin(copy.system(), clock.instant())) {
                throw new ReplayRefused("Another call puts rows back at this moment, or died of it: call once more in "
                        + PuttingBack.AT_MOST.toMinutes() + " minutes.");
            }
            try {
                progress = putRows(order, copy, owed, progress, budget);
            } finally {
                puttingBack.end(copy.system());
            }
        }
        while (progress.phase() == Phase.CORRECT && !budget.isSpent()) {
            progress = correct(order, copy, progress, budget);
        }
        return answer(order, progress);
    }

    private Progress begin(ReplayErasures.Order order, Progress replayed) {
        return kept(order, replayed.at(Phase.PUT_BACK).without("put", "there", "left", "others", "corrected", "open"));
    }

    private Progress putRows(ReplayErasures.Order order, Restored copy, Owed owed, Progress before, Budget budget) {
        var progress = before;
        while (progress.phase() == Phase.PUT_BACK && !budget.isSpent()) {
            if (progress.part() == RestoredTable.PARTS) {
                progress = kept(order, progress.at(copies.holdsRecords(order.table()) ? Phase.CORRECT : Phase.DONE));
                record(order, progress);
            } else {
                var of = new Counts();
                copy.table().pages(progress.part(), page -> putPage(order, copy, owed, page, of));
                budget.spend(of.read);
                progress = of.into(progress).nextPart();
                if (of.read > 0) {
                    kept(order, progress);
                }
            }
        }
        return progress;
    }

    /** What happened to the rows of one part. */
    private static final class Counts {
        private int read;
        private int put;
        private int there;
        private int left;
        private int others;

        Progress into(Progress progress) {
            return progress.counting("put", put)
                    .counting("there", there)
                    .counting("left", left)
                    .counting("others", others);
        }
    }

    private void putPage(
            ReplayErasures.Order order,
            Restored copy,
            Owed owed,
            List<Map<String, AttributeValue>> page,
            Counts counts) {
        owed.add(erasures.since(later(order.restoredTo(), clock.instant().minus(A_DAY)), clock.instant()));
        for (var row : page) {
            counts.read++;
            if (copy.rule().left(owed, row).filter(row::equals).isEmpty()) {
                var replay = replays.find(order.table(), order.restoredTo()).orElseThrow();
                kept(order, Progress.begin(replay.copy(), clock.instant()));
                throw new ReplayRefused("Somebody has been erased since the erasures were replayed on this copy: replay"
                        + " them once more, then put back.");
            }
            if (!copy.rule().isWanted(owed, row)) {
                counts.left++;
                continue;
            }
            var live = copy.table().putBack(row);
            if (live.isEmpty()) {
                counts.put++;
            } else {
                counts.there++;
                counts.others += copy.rule().contradicts(live.get(), row) ? 1 : 0;
            }
        }
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private Progress correct(ReplayErasures.Order order, Restored copy, Progress progress, Budget budget) {
        if (progress.part() == RestoredTable.PARTS) {
            var done = progress.at(Phase.DONE);
            record(order, done);
            return kept(order, done);
        }
        var done = 0;
        var open = 0;
        var people = corrected.people().corrected(progress.part(), RestoredTable.PARTS);
        for (var person : people) {
            var replayed = corrected.again().replay(corrected.lookup().person(person), List.of(copy.system()));
            budget.spend(1);
            done += replayed.systems().size();
            open += replayed.left().size();
            if (!replayed.left().isEmpty()) {
                LogManager.getLogger(PutBack.class).warn("correction-not-applied person={}", person);
            }
        }
        var next = progress.counting("corrected", done).counting("open", open).nextPart();
        return people.isEmpty() ? next : kept(order, next);
    }

    private Progress kept(ReplayErasures.Order order, Progress progress) {
        replays.put(order.table(), order.restoredTo(), progress);
        return progress;
    }

    /** Once for what was done, be the step that does it repeated. */
    private void record(ReplayErasures.Order order, Progress progress) {
        var what = progress.phase() == Phase.DONE ? "copy-put-back" : "rows-put-back";
        var counts = counts(order, progress);
        var id = String.join(
                "/",
                what,
                order.table(),
                order.restoredTo().toString(),
                progress.began().toString(),
                Canonical.sha256(counts).substring(0, 16));
        ledger.append(new Entry(id, clock.instant(), what, order.table(), "kept", counts));
    }

    private static Map<String, Object> counts(ReplayErasures.Order order, Progress progress) {
        var counts = new LinkedHashMap<String, Object>();
        counts.put("restoredTo", order.restoredTo().toString());
        for (var word : List.of("put", "there", "left", "others", "corrected", "open")) {
            counts.put(word, progress.count(word));
        }
        return counts;
    }

    private static Map<String, Object> answer(ReplayErasures.Order order, Progress progress) {
        var answer = counts(order, progress);
        answer.put("table", order.table());
        answer.put("more", progress.phase() != Phase.DONE);
        return answer;
    }
}
