package dev.kept.ledger;

import dev.kept.http.Json;
import dev.kept.page.LedgerRow;
import dev.kept.page.LedgerView;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;

/** Shows the ledger as a page: whether it is intact, and its entries, the latest first. */
public final class ShowLedger {
    private static final int PAGE = 50;

    private final Ledger ledger;
    private final VerifyLedger verify;
    private final ZoneId zone;
    private final Clock clock;

    public ShowLedger(Ledger ledger, VerifyLedger verify, ZoneId zone, Clock clock) {
        this.ledger = ledger;
        this.verify = verify;
        this.zone = zone;
        this.clock = clock;
    }

    /**
     * One page.
     *
     * @param after the number before the earliest entry to show; the last page where it is absent
     */
    LedgerView show(Optional<Long> after) {
        var said = verify.verify();
        long start = after.orElseGet(() -> Math.max(0, ledger.head().seq() - PAGE));
        var rows = new ArrayList<LedgerRow>();
        ledger.entries(start, PAGE).forEach(link -> rows.add(row(link)));
        Collections.reverse(rows);
        var checkpoint = Json.child(said, "checkpoint");
        return new LedgerView(
                Json.number(said, "entries"),
                clock.instant().atZone(zone),
                Boolean.TRUE.equals(said.get("intact")) ? null : brokenAt(said),
                checkpoint.isEmpty() ? null : local(Json.string(checkpoint, "at")),
                checkpoint.isEmpty() ? null : Json.string(checkpoint, "hash"),
                rows,
                start == 0 ? null : "/staff/ledger?after=" + Math.max(0, start - PAGE));
    }

    /** A forged checkpoint breaks no entry: what follows the last one is what cannot be trusted. */
    private static long brokenAt(Map<String, Object> said) {
        return Json.number(said, said.containsKey("brokenAt") ? "brokenAt" : "entries");
    }

    private LedgerRow row(Link link) {
        var entry = Json.object(link.entry());
        return new LedgerRow(
                link.position().seq(),
                local(Json.string(entry, "at")),
                Json.string(entry, "what"),
                Json.string(entry, "subject"),
                link.position().hash());
    }

    private ZonedDateTime local(String instant) {
        return Instant.parse(instant).atZone(zone);
    }
}
