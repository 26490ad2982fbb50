package dev.kept.closing;

import dev.kept.http.ProblemFound;
import dev.kept.http.ProblemKind;
import dev.kept.ledger.Entry;
import dev.kept.ledger.Ledger;
import dev.kept.request.Links;
import dev.kept.request.Marks;
import dev.kept.request.RequestFile;
import dev.kept.request.Waits;
import dev.kept.request.WithdrawRequest;
import java.time.Clock;
import java.util.Map;

/**
 * Lets the owner of an account that ends decide otherwise by the links that she was sent, each of its own purpose: take it up
 * again, or have the data erased at once. Until the purge begins; which of both came first, the request's own row decides.
 */
public final class ChooseExit {
    private final RequestFile file;
    private final Calendar calendar;
    private final WithdrawRequest withdraw;
    private final Waits waits;
    private final Marks marks;
    private final Ledger ledger;
    private final Clock clock;

    public ChooseExit(
            RequestFile file,
            Calendar calendar,
            WithdrawRequest withdraw,
            Waits waits,
            Marks marks,
            Ledger ledger,
            Clock clock) {
        this.file = file;
        this.calendar = calendar;
        this.withdraw = withdraw;
        this.waits = waits;
        this.marks = marks;
        this.ledger = ledger;
        this.clock = clock;
    }

    void reinstate(String requestId, String token) {
        // the link is used up last, so that pressing again helps when this died on its way
        file.links().check(requestId, Links.Purpose.REINSTATE, token, 1);
        withdraw.reinstate(requestId, Leaving.PERSON);
        file.links().use(requestId, Links.Purpose.REINSTATE, token, 1);
    }

    void eraseNow(String requestId, String token) {
        file.links().check(requestId, Links.Purpose.ERASE_NOW, token, 1);
        var chosen = calendar.leaving(requestId).erasing(calendar.today());
        if (!file.requests().reschedule(requestId, Calendar.due(calendar.of(chosen)))) {
            throw new ProblemFound(
                    ProblemKind.TOO_LATE, "The account is open again, or its data are being erased already.");
        }
        marks.put(requestId, Leaving.MARK, chosen.tree());
        ledger.append(new Entry(
                requestId + "/erasure-chosen",
                clock.instant(),
                "erasure-chosen",
                requestId,
                Leaving.PERSON,
                Map.of("purgeBy", calendar.of(chosen).lastDate().toString())));
        file.requests().note(requestId, "erasure-chosen");
        file.links().use(requestId, Links.Purpose.ERASE_NOW, token, 1);
        waits.wake(requestId, Waits.For.CLOSING, "chosen");
    }
}
