package dev.kept.console;

import dev.kept.correction.HeldValues;
import dev.kept.correction.PlanCorrection;
import dev.kept.ledger.Ledger;
import dev.kept.ledger.Receipts;
import dev.kept.person.Restrictions;
import dev.kept.recipient.RecipientLines;
import dev.kept.request.Board;
import dev.kept.request.Exhibits;
import dev.kept.request.Request;
import dev.kept.request.RequestFile;
import dev.kept.staff.StaffMember;
import dev.kept.staff.StaffRole;
import dev.kept.task.Tasks;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Collects what staff may see of a request. What the person typed is opened for those who handle it, not for auditors. */
public final class CaseFiles {
    private final RequestFile file;
    private final Board board;
    private final Tasks tasks;
    private final Exhibits exhibits;
    private final RecipientLines recipients;
    private final Restrictions restrictions;
    private final Ledger ledger;
    private final Clock clock;

    public CaseFiles(
            RequestFile file,
            Board board,
            Tasks tasks,
            Exhibits exhibits,
            RecipientLines recipients,
            Restrictions restrictions,
            Ledger ledger,
            Clock clock) {
        this.file = file;
        this.board = board;
        this.tasks = tasks;
        this.exhibits = exhibits;
        this.recipients = recipients;
        this.restrictions = restrictions;
        this.ledger = ledger;
        this.clock = clock;
    }

    CaseFile of(String requestId, StaffMember reader) {
        var request = file.requests().require(requestId);
        return new CaseFile(
                request,
                file.clock().deadline(request),
                file.requests().steps(requestId),
                tasks.rounds(requestId),
                others(request),
                ledger.find(Receipts.entryId(requestId)),
                reader.role() == StaffRole.AUDITOR ? Optional.empty() : typed(requestId),
                exhibits.of(requestId),
                recipients.of(requestId),
                request.personId().map(restrictions::of).orElse(List.of()),
                clock.instant());
    }

    /** Empty once the person of the request has been erased. */
    private Optional<CaseFile.Typed> typed(String requestId) {
        return file.contents()
                .read(requestId)
                .map(content -> new CaseFile.Typed(
                        content,
                        file.contents().find(requestId, "identity"),
                        file.contents().find(requestId, PlanCorrection.HELD).map(HeldValues::read)));
    }

    private List<Request> others(Request request) {
        return request.personId().map(board::openOf).orElse(List.of()).stream()
                .filter(other -> !other.id().equals(request.id()))
                .toList();
    }
}
