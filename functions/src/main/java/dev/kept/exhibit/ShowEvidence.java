package dev.kept.exhibit;

import dev.kept.http.ProblemFound;
import dev.kept.ledger.Entry;
import dev.kept.ledger.Ledger;
import dev.kept.person.Ids;
import dev.kept.request.Exhibit;
import dev.kept.request.Exhibits;
import dev.kept.staff.StaffMember;
import java.time.Clock;
import java.util.Map;

/** Opens a file of evidence for a member of staff. Each look is entered in the ledger before anything is shown. */
public final class ShowEvidence {
    private final Exhibits exhibits;
    private final SealedFiles files;
    private final Ledger ledger;
    private final Ids ids;
    private final Clock clock;

    public ShowEvidence(Exhibits exhibits, SealedFiles files, Ledger ledger, Ids ids, Clock clock) {
        this.exhibits = exhibits;
        this.files = files;
        this.ledger = ledger;
        this.ids = ids;
        this.clock = clock;
    }

    /** A file and what it is. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Shown(Exhibit exhibit, byte[] content) {
        @Override
        public String toString() {
            return "Shown[personal]";
        }
    }

    Shown show(String requestId, int number, StaffMember reader) {
        var exhibit = exhibits.find(requestId, number).orElseThrow(ProblemFound::notFound);
        var content = files.open(requestId, exhibit.object()).orElseThrow(ProblemFound::notFound);
        ledger.append(new Entry(
                requestId + "/evidence-viewed/" + number + "/" + ids.next(),
                clock.instant(),
                "evidence-viewed",
                requestId,
                reader.subject(),
                Map.of("number", number)));
        return new Shown(exhibit, content);
    }
}
