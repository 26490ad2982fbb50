package dev.kept.outcome;

import dev.kept.Wiring;
import dev.kept.step.Step;
import dev.kept.step.StepFunction;
import java.util.Map;

/** Signs and keeps the receipt of an answered request. */
public final class IssueReceiptHandler implements StepFunction {
    private final IssueReceipt issue;

    /** What Lambda calls. */
    public IssueReceiptHandler() {
        this(Wiring.fromEnvironment());
    }

    public IssueReceiptHandler(Wiring wiring) {
        issue = wiring.issueReceipt();
    }

    @Override
    public Map<String, Object> run(Step step) {
        return Map.of("position", issue.issue(step.requestId()));
    }
}
