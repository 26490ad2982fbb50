package dev.kept.outcome;

import dev.kept.clock.ClockEvent;
import dev.kept.ledger.ReceiptContent;
import dev.kept.ledger.Receipts;
import dev.kept.request.ForgetContent;
import dev.kept.request.Marks;
import dev.kept.request.Request;
import dev.kept.request.RequestFile;
import dev.kept.task.Tasks;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Signs what was done about a request: which systems were asked, what they gave, when, and who decided. With that its person
 * is answered, and what she typed goes should she have been erased meanwhile.
 */
public final class IssueReceipt {
    /** The mark of the package that was made, with its {@code hash}; where one was. */
    public static final String PACKAGE = "package";

    private final RequestFile file;
    private final Marks marks;
    private final Tasks tasks;
    private final Receipts receipts;
    private final ForgetContent forget;

    public IssueReceipt(RequestFile file, Marks marks, Tasks tasks, Receipts receipts, ForgetContent forget) {
        this.file = file;
        this.marks = marks;
        this.tasks = tasks;
        this.receipts = receipts;
        this.forget = forget;
    }

    /** The receipt's place in the ledger. */
    long issue(String requestId) {
        var request = file.requests().get(requestId);
        var policy = request.policy().split("/", 2);
        var content = new ReceiptContent(
                requestId,
                request.kind().word(),
                policy[0],
                policy[1],
                new ReceiptContent.Times(
                        request.received(),
                        answered(request),
                        request.due().strict(),
                        request.due().outer()),
                new SystemMarks(marks).outcomes(requestId),
                marks.find(requestId, PACKAGE).map(made -> String.valueOf(made.get("hash"))),
                deciders(requestId));
        var place = receipts.issue(content).position().seq();
        // a deletion may be at work still, for which it has to find her; it forgets by itself
        if (!request.kind().erases()) {
            forget.ofErased(requestId);
        }
        return place;
    }

    private static Instant answered(Request request) {
        return request.events().stream()
                .filter(event -> event.type() == ClockEvent.Type.ANSWERED)
                .map(ClockEvent::at)
                .findFirst()
                .orElseThrow();
    }

    private List<String> deciders(String requestId) {
        var deciders = new ArrayList<String>();
        for (var task : tasks.rounds(requestId)) {
            task.decided().ifPresent(taken -> {
                task.first()
                        .filter(first -> first.decision() == taken.decision())
                        .ifPresent(first -> deciders.add(ReceiptContent.decider(first.role(), first.by())));
                deciders.add(ReceiptContent.decider(taken.role(), taken.by()));
            });
        }
        return deciders.stream().distinct().toList();
    }
}
