package dev.kept.restriction;

import dev.kept.http.ProblemFound;
import dev.kept.http.ProblemKind;
import dev.kept.ledger.Entry;
import dev.kept.ledger.Ledger;
import dev.kept.person.Restrictions;
import dev.kept.request.Correspondence;
import dev.kept.request.RequestFile;
import java.time.Clock;
import java.util.Map;

/** Ends a restriction for which there is no reason any more; the person is told first (GDPR art. 18(3)). */
public final class LiftRestriction {
    private final RequestFile file;
    private final Restrictions restrictions;
    private final Correspondence correspondence;
    private final Ledger ledger;
    private final Clock clock;

    public LiftRestriction(
            RequestFile file, Restrictions restrictions, Correspondence correspondence, Ledger ledger, Clock clock) {
        this.file = file;
        this.restrictions = restrictions;
        this.correspondence = correspondence;
        this.ledger = ledger;
        this.clock = clock;
    }

    void lift(String requestId, String staffSubject) {
        var request = file.requests().require(requestId);
        var person = request.personId().orElseThrow(ProblemFound::notFound);
        if (restrictions.of(person).stream()
                .noneMatch(restriction -> restriction.requestId().equals(requestId))) {
            throw ProblemFound.notFound();
        }
        if (request.state().isOpen()) {
            throw new ProblemFound(
                    ProblemKind.TOO_LATE, "The request is still being dealt with: its decision ends the restriction.");
        }
        if (!correspondence.write(
                request, "lifting", (letters, address) -> letters.lifting(address, Correspondence.about(request)))) {
            throw new ProblemFound(
                    ProblemKind.TOO_LATE, "No address on file is left to tell the person first: do it by another way.");
        }
        restrictions.lift(person, requestId);
        ledger.append(new Entry(
                requestId + "/" + request.again("restriction-lifted"),
                clock.instant(),
                "restriction-lifted",
                requestId,
                staffSubject,
                Map.of()));
    }
}
