package dev.kept.request;

import dev.kept.http.Call;
import dev.kept.person.IdentifierHashes;
import dev.kept.person.Ids;
import dev.kept.policy.Policy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Writes down what a person asks for and starts the workflow that answers it. Nothing here depends on whether the
 * person is known: the answer and the time it takes are the same.
 */
public final class SubmitRequest {
    /** How long a request can be followed: its file is kept no longer (C. civ. 2224: five years). */
    private static final Duration FOLLOWED = Duration.ofDays(5 * 365);

    private final Policy policy;
    private final RequestFile file;
    private final IdentifierHashes hashes;
    private final Limits limits;
    private final Workflows workflows;
    private final Ids ids;
    private final Clock clock;

    public SubmitRequest(
            Policy policy,
            RequestFile file,
            IdentifierHashes hashes,
            Limits limits,
            Workflows workflows,
            Ids ids,
            Clock clock) {
        this.policy = policy;
        this.file = file;
        this.hashes = hashes;
        this.limits = limits;
        this.workflows = workflows;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * What the person is told at once.
     *
     * @param followToken opens the request to the one who made it
     * @param withinLimit false when too many came at once, so that the confirmation mail waits
     * @param mailFrom when that mail may go out
     */
    record Submitted(Request request, String followToken, boolean withinLimit, Instant mailFrom) {
        @Override
        public String toString() {
            return "Submitted[" + request.id() + "]";
        }
    }

    Submitted submit(Call call) {
        var submission = Submission.read(policy, workflows, call);
        var now = clock.instant();
        var mailFrom = limits.mailFrom(policy, hashes, submission.identifier(), submission.sender(), now);
        var within = !mailFrom.isAfter(now);
        var token = ids.next();
        var request = new Request(
                ids.next(),
                submission.kind(),
                RequestState.RECEIVED,
                now,
                submission.language(),
                policy.id() + "/" + policy.version(),
                file.clock().due(now, List.of()),
                List.of(),
                Optional.empty(),
                within ? Optional.empty() : Optional.of(mailFrom),
                Optional.empty(),
                Optional.empty());
        file.open(request, submission.content(), token, now.plus(FOLLOWED));
        workflows.start(request);
        return new Submitted(request, token, within, mailFrom);
    }
}
