package dev.kept.policy;

import dev.kept.clock.ClosingTerms;
import dev.kept.clock.RuleSets;
import java.util.List;

/** What may be lawful in a policy and may not, so that it is taken and whoever builds is warned. */
final class Doubts {
    private Doubts() {}

    static List<Fault> about(Policy policy) {
        var deadlines = policy.deadlines();
        return new ClosingTerms(policy.regime(), policy.zone(), deadlines.purge(), deadlines.retrieval())
                .flags(policy.effective(), RuleSets.load()).stream()
                        .map(flag -> new Fault(
                                "$.deadlines.retrieval",
                                flag + ": a customer who leaves a data processing service has 30 days to fetch its data"
                                        + " (Reg. 2023/2854 art. 25(2)(g))"))
                        .toList();
    }
}
