package dev.kept.recipient;

import dev.kept.ledger.Canonical;
import dev.kept.ledger.Outcome;
import dev.kept.ledger.SystemOutcome;
import dev.kept.mail.RecipientMail;
import dev.kept.outcome.OpenSystems;
import dev.kept.outcome.SystemMarks;
import dev.kept.policy.Notified;
import dev.kept.policy.Policy;
import dev.kept.policy.Recipient;
import dev.kept.policy.RequestKind;
import dev.kept.request.Correspondence;
import dev.kept.request.Marks;
import dev.kept.request.Proposal;
import dev.kept.request.Request;
import dev.kept.request.RequestFile;
import dev.kept.request.Subjects;
import dev.kept.task.Decision;
import dev.kept.task.Task;
import dev.kept.task.Tasks;
import java.time.Clock;
import java.time.Period;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Tells each recipient of the categories concerned what has become of a person's data (GDPR art. 19): by mail where the
 * policy gives a contact, by its own system where that is connected and has done the same, by a member of staff otherwise.
 * It comes after the person's answer, which waits for nobody. Done twice it is done once.
 */
public final class TellRecipients {
    /** What a task is called in which a member of staff tells a recipient. */
    static final String TASK = "tell-recipient";
    /** The channel for those whom mail does not reach. */
    static final String STAFF = "staff";

    private static final String CONTACT = "contact";
    private static final String SYSTEM = "system";
    /** How long staff have for it: the law says without undue delay, and no figure. */
    private static final Period TIME = Period.ofDays(30);
    /** What has to be passed on. */
    private static final Set<Outcome> CHANGED =
            EnumSet.of(Outcome.CORRECTED, Outcome.ERASED, Outcome.ANONYMISED, Outcome.SHREDDED, Outcome.RESTRICTED);

    private final Policy policy;
    private final RequestFile file;
    private final Subjects subjects;
    private final Tasks tasks;
    private final Marks marks;
    private final RecipientLines lines;
    private final Correspondence correspondence;
    private final Clock clock;

    public TellRecipients(
            Policy policy,
            RequestFile file,
            Subjects subjects,
            Tasks tasks,
            Marks marks,
            RecipientLines lines,
            Correspondence correspondence,
            Clock clock) {
        this.policy = policy;
        this.file = file;
        this.subjects = subjects;
        this.tasks = tasks;
        this.marks = marks;
        this.lines = lines;
        this.correspondence = correspondence;
        this.clock = clock;
    }

    /**
     * Tells those who have not been told yet.
     *
     * @param by {@code contact}, or {@code staff} once mail has failed
     */
    void tell(String requestId, String by) {
        if (file.requests().isForgotten(requestId)) {
            // she has been erased meanwhile, and that is what they were told
            return;
        }
        var request = file.requests().get(requestId);
        var outcomes = new SystemMarks(marks).outcomes(requestId);
        var concerned = outcomes.stream()
                .filter(line -> CHANGED.contains(line.outcome()))
                .flatMap(line -> line.found().keySet().stream())
                .collect(Collectors.toSet());
        for (var recipient : policy.recipients()) {
            if (recipient.categories().stream().anyMatch(concerned::contains)
                    && lines.find(requestId, recipient.id())
                            .filter(RecipientLines.Line::isDone)
                            .isEmpty()) {
                tell(request, recipient, outcomes, by);
            }
        }
    }

    private void tell(Request request, Recipient recipient, List<SystemOutcome> outcomes, String by) {
        var systems = systems(recipient);
        var told = outcomes.stream()
                .filter(line -> systems.contains(line.system()) && wasAsked(line))
                .toList();
        if (!told.isEmpty()) {
            var silent = told.stream().anyMatch(line -> line.outcome() == Outcome.UNAVAILABLE);
            lines.put(request.id(), recipient.id(), silent ? Telling.PENDING : Telling.ACKED, SYSTEM);
        } else if (recipient.notified() == Notified.CONTACT && !by.equals(STAFF)) {
            write(request, recipient);
        } else if (recipient.notified() != Notified.HOSTS) {
            open(request, recipient);
        }
    }

    /** Whether the system itself has heard of it, or will: one that knows no restriction, or had nothing to do, has not. */
    private static boolean wasAsked(SystemOutcome line) {
        return line.outcome() != Outcome.NONE
                && line.reason().filter(OpenSystems.NO_RESTRICTION::equals).isEmpty();
    }

    /** The connected systems that a recipient runs. */
    private Set<String> systems(Recipient recipient) {
        return policy.systems().stream()
                .filter(declared -> declared.runBy().equals(Optional.of(recipient.id())))
                .map(declared -> declared.id())
                .collect(Collectors.toSet());
    }

    private void write(Request request, Recipient recipient) {
        lines.put(request.id(), recipient.id(), Telling.PENDING, CONTACT);
        var mail = mail(request);
        marks.once(
                request.id(),
                "letter-recipient-" + recipient.id(),
                () -> correspondence.writeToOthers(letters -> letters.toRecipient(contact(recipient), mail)));
        lines.put(request.id(), recipient.id(), Telling.SENT, CONTACT);
    }

    private static String contact(Recipient recipient) {
        var contact = recipient.contact();
        if (contact == null) {
            throw new IllegalStateException("the policy gives no contact of " + recipient.id());
        }
        return contact;
    }

    private RecipientMail mail(Request request) {
        var known = subjects.of(request.id()).identifiers().stream()
                .map(identifier -> identifier.value().reveal())
                .toList();
        return new RecipientMail(request.id(), request.kind().word(), known, values(request));
    }

    /** The right values of a correction, by the labels of their fields, as far as they were written anywhere. */
    private Map<String, String> values(Request request) {
        var values = new LinkedHashMap<String, String>();
        if (request.kind() == RequestKind.CORRECTION) {
            var done = new TreeSet<String>();
            marks.all(request.id(), "corrected#").values().forEach(fields -> done.addAll(fields.keySet()));
            var proposed = Proposal.of(file.contents().get(request.id())).fields();
            for (var field : done) {
                policy.fields(field).stream()
                        .findFirst()
                        .ifPresent(declared -> values.put(
                                declared.label().in(policy.languages().get(0)), proposed.getOrDefault(field, "")));
            }
        }
        return values;
    }

    private void open(Request request, Recipient recipient) {
        var taskId = request.id() + ".tell-" + recipient.id();
        var now = clock.instant();
        var due = now.atZone(policy.zone()).plus(TIME).toInstant();
        var plan = Map.<String, Object>of("request", request.id(), "does", "tell", "recipient", recipient.id());
        lines.put(request.id(), recipient.id(), Telling.PENDING, STAFF);
        tasks.open(new Task(
                taskId,
                TASK,
                request.id(),
                now,
                due,
                plan,
                Canonical.sha256(plan),
                List.of(Decision.APPROVE, Decision.REFUSE),
                Optional.empty(),
                Optional.empty()));
        correspondence.tellStaff(
                request,
                "task-tell-" + recipient.id(),
                letters -> letters.errand(Correspondence.aboutTask(request, taskId), TASK));
    }
}
