package dev.kept.access;

import dev.kept.http.ProblemFound;
import dev.kept.http.ProblemKind;
import dev.kept.ledger.Entry;
import dev.kept.ledger.Ledger;
import dev.kept.policy.Policy;
import dev.kept.request.Links;
import dev.kept.request.RequestFile;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;

/** Hands out a package: the link of the mail, as often as the policy allows, for an address that works a few minutes. */
public final class CollectAnswer {
    private final Policy policy;
    private final RequestFile file;
    private final Answers answers;
    private final Ledger ledger;
    private final Clock clock;

    public CollectAnswer(Policy policy, RequestFile file, Answers answers, Ledger ledger, Clock clock) {
        this.policy = policy;
        this.file = file;
        this.answers = answers;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Where the package can be downloaded until when. */
    record Address(String url, Instant expires) {}

    Address collect(String requestId, String token) {
        file.links()
                .use(requestId, Links.Purpose.ANSWER, token, policy.deadlines().downloads());
        if (!answers.has(requestId)) {
            throw new ProblemFound(
                    ProblemKind.LINK_EXPIRED, "The package was kept for as long as the message said; ask anew.");
        }
        var now = clock.instant();
        file.requests().note(requestId, "downloaded");
        ledger.append(
                new Entry(requestId + "/downloaded/" + now, now, "answer-downloaded", requestId, "person", Map.of()));
        return new Address(answers.address(requestId), now.plus(Answers.ADDRESS_WORKS));
    }
}
