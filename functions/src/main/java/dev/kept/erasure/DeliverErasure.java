package dev.kept.erasure;

import dev.kept.clock.ClockEvent;
import dev.kept.ledger.Entry;
import dev.kept.ledger.Ledger;
import dev.kept.ledger.Outcome;
import dev.kept.ledger.SystemOutcome;
import dev.kept.mail.ErasureMail;
import dev.kept.outcome.OpenSystems;
import dev.kept.outcome.SystemMarks;
import dev.kept.policy.Policy;
import dev.kept.request.Correspondence;
import dev.kept.request.Marks;
import dev.kept.request.NobodyToAnswer;
import dev.kept.request.Request;
import dev.kept.request.RequestClosed;
import dev.kept.request.RequestFile;
import dev.kept.request.RequestState;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Writes to the person what has gone, what stays and why, and which systems are still open; only then is the request
 * answered. When a system that was open is done later, she is told that too.
 */
public final class DeliverErasure {
    private final Policy policy;
    private final Duration backups;
    private final RequestFile file;
    private final SystemMarks systemMarks;
    private final Marks marks;
    private final Correspondence correspondence;
    private final Ledger ledger;
    private final Clock clock;

    /**
     * @param backups for how long backups are kept
     */
    public DeliverErasure(
            Policy policy,
            Duration backups,
            RequestFile file,
            Marks marks,
            Correspondence correspondence,
            Ledger ledger,
            Clock clock) {
        this.policy = policy;
        this.backups = backups;
        this.file = file;
        this.marks = marks;
        systemMarks = new SystemMarks(marks);
        this.correspondence = correspondence;
        this.ledger = ledger;
        this.clock = clock;
    }

    void deliver(String requestId) {
        var request = file.requests().get(requestId);
        if (request.state() != RequestState.CARRYING_OUT && request.state() != RequestState.ANSWERED) {
            throw new RequestClosed(requestId);
        }
        var outcomes = systemMarks.outcomes(requestId);
        write(request, outcomes);
        if (request.state() == RequestState.CARRYING_OUT) {
            file.happened(requestId, ClockEvent.answered(clock.instant()));
            file.requests().move(requestId, RequestState.ANSWERED);
        }
        var hash = SystemOutcome.hash(outcomes);
        ledger.append(new Entry(
                // what goes later is answered again, and the same once more is one entry
                requestId + "/request-answered/" + hash.substring(0, 16),
                clock.instant(),
                "request-answered",
                requestId,
                "kept",
                Map.of("outcome", hash)));
    }

    private void write(Request request, List<SystemOutcome> outcomes) {
        var language = request.language();
        var mail = new ErasureMail(
                request.id(),
                request.kind().word(),
                LocalDate.ofInstant(request.received(), policy.zone()),
                erased(outcomes, language),
                withheld(outcomes, language),
                OpenSystems.in(outcomes).stream()
                        .map(system -> policy.systemTitle(system, language))
                        .toList(),
                LocalDate.ofInstant(clock.instant(), policy.zone()).plusDays(backups.toDays()),
                marks.find(request.id(), BeginErasure.SUPPRESSED).isPresent());
        // she hears of it again when more has gone, and not when a step is repeated
        var occasion = "erased-" + SystemOutcome.hash(outcomes).substring(0, 16);
        var reached =
                correspondence.write(request, occasion, (letters, address) -> letters.erased(address, language, mail));
        if (!reached) {
            throw new NobodyToAnswer(request.id());
        }
    }

    /** How many records of each category are gone, over all systems. */
    private List<ErasureMail.Erased> erased(List<SystemOutcome> outcomes, String language) {
        var gone = new ArrayList<ErasureMail.Erased>();
        for (var line : outcomes) {
            if (line.outcome().isGone()) {
                line.found()
                        .forEach((category, count) -> gone.add(new ErasureMail.Erased(
                                policy.systemTitle(line.system(), language),
                                category(category, language),
                                count,
                                people(line, category))));
            }
        }
        return gone;
    }

    private int people(SystemOutcome line, String category) {
        var counted = policy.category(category).anonymisation();
        return line.outcome() == Outcome.ERASED || counted == null ? 0 : counted.people();
    }

    private List<ErasureMail.Withheld> withheld(List<SystemOutcome> outcomes, String language) {
        return outcomes.stream()
                .filter(line -> line.outcome() == Outcome.WITHHELD)
                .flatMap(line -> line.found().entrySet().stream()
                        .map(found -> withheld(line, found.getKey(), found.getValue(), language)))
                .collect(Collectors.toList());
    }

    private ErasureMail.Withheld withheld(SystemOutcome line, String name, int count, String language) {
        var category = policy.category(name);
        var hold = line.reason().filter(Planner.LEGAL_HOLD::equals).isPresent();
        var archive = category.retention().archive();
        var fact = archive == null ? category.retention().reason() : archive.reason();
        var law = archive == null ? category.retention().law() : archive.law();
        return new ErasureMail.Withheld(
                policy.systemTitle(line.system(), language),
                category(name, language),
                count,
                hold,
                hold ? "" : fact.in(language),
                hold || law == null ? "" : law,
                line.until()
                        .map(end -> LocalDate.ofInstant(end, policy.zone()).minusDays(1))
                        .orElseThrow());
    }

    private String category(String name, String language) {
        return policy.category(name).title().in(language);
    }
}
