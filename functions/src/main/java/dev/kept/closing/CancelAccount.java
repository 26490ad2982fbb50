package dev.kept.closing;

import dev.kept.clock.ExitMode;
import dev.kept.http.ProblemFound;
import dev.kept.http.ProblemKind;
import dev.kept.ledger.Entry;
import dev.kept.ledger.Ledger;
import dev.kept.person.Identifier;
import dev.kept.person.IdentifierHashes;
import dev.kept.person.Ids;
import dev.kept.person.Personal;
import dev.kept.policy.Policy;
import dev.kept.policy.RequestKind;
import dev.kept.request.Board;
import dev.kept.request.Limits;
import dev.kept.request.Request;
import dev.kept.request.RequestContent;
import dev.kept.request.RequestFile;
import dev.kept.request.RequestState;
import dev.kept.request.Workflows;
import dev.kept.staff.StaffMember;
import dev.kept.system.Lookup;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Writes down that an account is to end and starts the workflow that ends it. A person confirms that from her mailbox, and
 * until then nothing has changed; what staff cancel needs no confirmation, and is theirs in the ledger.
 */
public final class CancelAccount {
    /** How long a cancellation can be followed, as every request. */
    private static final Duration FOLLOWED = Duration.ofDays(5 * 365);

    private final Policy policy;
    private final RequestFile file;
    private final Calendar calendar;
    private final Workflows workflows;
    private final Supplier<Lookup> lookup;
    private final Supplier<Board> board;
    private final Supplier<Ledger> ledger;
    private final Mails mails;
    private final Ids ids;
    private final Clock clock;

    /** What is asked only where staff cancel: who it is, what she has asked already, and the ledger. */
    public record Known(Supplier<Lookup> lookup, Supplier<Board> board, Supplier<Ledger> ledger) {}

    /** How many mails somebody can cause, which only a person's own form asks. */
    public record Mails(Supplier<Limits> limits, Supplier<IdentifierHashes> hashes) {}

    public CancelAccount(
            Policy policy,
            RequestFile file,
            Calendar calendar,
            Workflows workflows,
            Known known,
            Mails mails,
            Ids ids,
            Clock clock) {
        this.policy = policy;
        this.file = file;
        this.calendar = calendar;
        this.workflows = workflows;
        lookup = known.lookup();
        board = known.board();
        ledger = known.ledger();
        this.mails = mails;
        this.ids = ids;
        this.clock = clock;
    }

    /** A cancellation as it was filled in. */
    record Order(Identifier identifier, String language, LocalDate effective, ExitMode mode, Personal reason) {
        @Override
        public String toString() {
            return "Order[cancellation]";
        }
    }

    /**
     * A cancellation that runs.
     *
     * @param followToken opens it to the one who made it
     * @param folded whether it is one that ran already
     */
    record Cancelled(Request request, String followToken, boolean folded) {
        @Override
        public String toString() {
            return "Cancelled[" + request.id() + "]";
        }
    }

    /** By the person, or by a stranger who types her address: nothing depends on whether it is known. */
    Cancelled ask(Order order, Personal sender) {
        var now = clock.instant();
        var mailFrom = mails.limits().get().mailFrom(policy, mails.hashes().get(), order.identifier(), sender, now);
        return open(
                order,
                RequestState.RECEIVED,
                Leaving.PERSON,
                Optional.of(mailFrom).filter(moment -> moment.isAfter(now)));
    }

    /** By a member of staff, for somebody who is known. */
    Cancelled cancel(Order order, StaffMember who) {
        var person = lookup.get()
                .find(order.identifier())
                .personId()
                .orElseThrow(() -> new ProblemFound(
                        ProblemKind.NOT_FOUND,
                        "Nobody has an account under this identifier: check how it is written. Whose account was purged "
                                + "is not known any more."));
        var running = board.get().openOf(person).stream()
                .filter(other -> other.kind() == RequestKind.CANCELLATION)
                .findFirst();
        if (running.isPresent()) {
            return new Cancelled(running.get(), "", true);
        }
        var cancelled = open(order, RequestState.CONFIRMED, who.subject(), Optional.empty());
        var id = cancelled.request().id();
        ledger.get()
                .append(new Entry(
                        id + "/account-cancelled",
                        cancelled.request().received(),
                        "account-cancelled",
                        id,
                        who.subject(),
                        Map.of(
                                "role",
                                who.role().word(),
                                "effective",
                                order.effective().toString())));
        file.requests().belongsTo(id, person);
        return cancelled;
    }

    private Cancelled open(Order order, RequestState state, String by, Optional<Instant> mailAfter) {
        var leaving = new Leaving(order.effective(), order.mode(), Optional.empty(), by);
        var token = ids.next();
        var now = clock.instant();
        var request = new Request(
                ids.next(),
                RequestKind.CANCELLATION,
                state,
                now,
                order.language(),
                policy.id() + "/" + policy.version(),
                Calendar.due(calendar.of(leaving)),
                List.of(),
                Optional.empty(),
                mailAfter,
                Optional.empty(),
                Optional.empty());
        var content = new RequestContent(order.identifier(), order.reason(), Map.of());
        file.open(request, content, token, now.plus(FOLLOWED), Map.of(Leaving.MARK, leaving.tree()));
        workflows.start(request);
        return new Cancelled(request, token, false);
    }
}
