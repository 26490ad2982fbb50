package dev.kept.erasure;

import dev.kept.http.Json;
import dev.kept.http.ProblemFound;
import dev.kept.http.ProblemKind;
import dev.kept.ledger.Entry;
import dev.kept.ledger.Ledger;
import dev.kept.request.Links;
import dev.kept.request.Marks;
import dev.kept.request.RequestFile;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Lets whoever got notice of an erasure at an address on file say that it must not be done. It does not end the request,
 * since an old address may be in strange hands too: it makes any approval void, and staff decide anew, knowing of it.
 */
public final class Contest {
    /** For how long nothing is erased after others were told. */
    static final Duration OPEN_FOR = Duration.ofDays(3);
    /** The mark of when and how many others were told. */
    static final String WARNED = "warned";

    private final RequestFile file;
    private final Ledger ledger;
    private final Clock clock;

    public Contest(RequestFile file, Ledger ledger, Clock clock) {
        this.file = file;
        this.ledger = ledger;
        this.clock = clock;
    }

    void contest(String requestId, String token) {
        file.links().useAny(requestId, Links.Purpose.CONTEST, token);
        if (!file.requests().contest(requestId)) {
            throw new ProblemFound(
                    ProblemKind.TOO_LATE,
                    "The request is closed, or has been carried out: write to the contact named.");
        }
        ledger.append(new Entry(
                requestId + "/erasure-contested", clock.instant(), "erasure-contested", requestId, "person", Map.of()));
        file.requests().note(requestId, "contested");
    }

    /** Until when nothing may be erased, since somebody else may still say that it must not; empty where nobody else is. */
    public static Optional<Instant> until(Marks marks, String requestId) {
        return marks.find(requestId, WARNED)
                .filter(warned -> Json.number(warned, "others") > 0)
                .map(warned -> Instant.parse(String.valueOf(warned.get("at"))).plus(OPEN_FOR));
    }
}
