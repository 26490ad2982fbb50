package dev.kept.erasure;

import dev.kept.outcome.OpenSystems;
import dev.kept.outcome.SystemMarks;
import dev.kept.recipient.RecipientLines;
import dev.kept.request.ForgetContent;
import java.util.List;

/**
 * Closes the file of an erasure that was answered: when no system is open any more, every recipient has been told and no hold
 * keeps anything back, what the person typed goes too, and how she was found, and the key of both.
 */
public final class CloseErasure {
    private final SystemMarks marks;
    private final RecipientLines recipients;
    private final ForgetContent forget;

    public CloseErasure(SystemMarks marks, RecipientLines recipients, ForgetContent forget) {
        this.marks = marks;
        this.recipients = recipients;
        this.forget = forget;
    }

    /**
     * How it stands.
     *
     * @param outcome {@code closed} when nothing is open any more, {@code telling} when only a recipient has still to be told,
     *     or {@code open}
     * @param again the systems to ask again; none where asking would not help
     */
    record Closed(String outcome, List<String> again) {}

    Closed close(String requestId) {
        var outcomes = marks.outcomes(requestId);
        var open = OpenSystems.in(outcomes);
        var held = outcomes.stream()
                .anyMatch(
                        line -> line.reason().filter(Planner.LEGAL_HOLD::equals).isPresent());
        var telling = recipients.of(requestId).stream().anyMatch(line -> !line.isDone());
        if (open.isEmpty() && !telling && !held) {
            forget.forget(requestId);
        }
        return new Closed(open.isEmpty() ? telling ? "telling" : "closed" : "open", OpenSystems.toAskAgain(outcomes));
    }
}
