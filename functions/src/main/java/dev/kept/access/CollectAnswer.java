package dev.kept.access;

import dev.kept.http.Problem;
import dev.kept.http.ProblemFound;
import dev.kept.http.ProblemKind;
import dev.kept.ledger.Entry;
import dev.kept.ledger.Ledger;
import dev.kept.mail.MailNotSent;
import dev.kept.policy.Policy;
import dev.kept.request.Correspondence;
import dev.kept.request.Links;
import dev.kept.request.RequestFile;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/**
 * Hands out a package: the link of the mail, as often as the policy allows, for an address that works a few minutes.
 *
 * <p>Each download is entered in the ledger and told to the person. Downloads of one hour are told in one message, since
 * they are mostly one that broke off; with five of them allowed, there are five messages at most. Whom nobody could
 * tell gets nothing either: the use of the link is given back, and the next attempt begins anew.
 */
public final class CollectAnswer {
    private final Policy policy;
    private final RequestFile file;
    private final Answers answers;
    private final Correspondence correspondence;
    private final Ledger ledger;
    private final Clock clock;

    public CollectAnswer(
            Policy policy,
            RequestFile file,
            Answers answers,
            Correspondence correspondence,
            Ledger ledger,
            Clock clock) {
        this.policy = policy;
        this.file = file;
        this.answers = answers;
        this.correspondence = correspondence;
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
        tell(requestId, now);
        file.requests().note(requestId, "downloaded");
        ledger.append(
                new Entry(requestId + "/downloaded/" + now, now, "answer-downloaded", requestId, "person", Map.of()));
        return new Address(answers.address(requestId), now.plus(Answers.ADDRESS_WORKS));
    }

    private void tell(String requestId, Instant now) {
        var request = file.requests().require(requestId);
        try {
            correspondence.write(
                    request,
                    "downloaded-" + now.truncatedTo(ChronoUnit.HOURS),
                    (letters, address) -> letters.downloaded(address, Correspondence.about(request), now));
        } catch (MailNotSent untold) {
            file.links().giveBack(requestId, Links.Purpose.ANSWER);
            throw new ProblemFound(new Problem(
                    ProblemKind.UNAVAILABLE,
                    "The message that tells of a download cannot be sent for the moment; try again in a minute.",
                    List.of(),
                    60,
                    Map.of()));
        }
    }
}
