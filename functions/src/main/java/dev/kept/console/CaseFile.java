package dev.kept.console;

import dev.kept.clock.Deadline;
import dev.kept.correction.HeldValues;
import dev.kept.ledger.Position;
import dev.kept.person.Restriction;
import dev.kept.recipient.RecipientLines;
import dev.kept.request.Exhibit;
import dev.kept.request.Request;
import dev.kept.request.RequestContent;
import dev.kept.request.RequestStep;
import dev.kept.task.Task;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * All that staff may see of one request.
 *
 * @param deadline recomputed from the events, with its explanation
 * @param tasks one for each round of deciding
 * @param others the same person's other open requests
 * @param receipt where the ledger says that the receipt was issued
 * @param personal what the person typed; absent where the reader may not see it
 * @param evidence the files that the person added, as long as they are kept
 * @param recipients who is told what has become of the data, and how far that is
 * @param restrictions why the person's records may be used for nothing else, on account of whichever request
 * @param now when it was collected
 */
record CaseFile(
        Request request,
        Deadline deadline,
        List<RequestStep> steps,
        List<Task> tasks,
        List<Request> others,
        Optional<Position> receipt,
        Optional<Typed> personal,
        List<Exhibit> evidence,
        List<RecipientLines.Line> recipients,
        List<Restriction> restrictions,
        Instant now) {

    /**
     * What the person typed, when she asked and when she was asked who she is, and what a correction of hers was held
     * against.
     */
    record Typed(RequestContent content, Optional<String> identity, Optional<HeldValues> held) {
        @Override
        public String toString() {
            return "Typed[personal]";
        }
    }

    /** The fields that a correction proposes, as far as the reader may see them. */
    List<Change> changes() {
        return personal().map(Change::of).orElse(List.of());
    }

    /** The round of deciding that came last. */
    Optional<Task> latest() {
        return tasks.isEmpty() ? Optional.empty() : Optional.of(tasks.get(tasks.size() - 1));
    }

    @Override
    public String toString() {
        return "CaseFile[" + request.id() + "]";
    }
}
