package dev.kept.console;

import dev.kept.clock.ClockEvent;
import dev.kept.clock.Extension;
import dev.kept.clock.ExtensionReason;
import dev.kept.clock.Step;
import dev.kept.http.Json;
import dev.kept.page.CaseView;
import dev.kept.page.ChangeItem;
import dev.kept.page.DeadlineItem;
import dev.kept.page.DecisionItem;
import dev.kept.page.EventItem;
import dev.kept.page.EvidenceItem;
import dev.kept.page.FailureItem;
import dev.kept.page.Frame;
import dev.kept.page.GroundItem;
import dev.kept.page.HandItem;
import dev.kept.page.OpenItem;
import dev.kept.page.PartItem;
import dev.kept.page.RequestRow;
import dev.kept.page.RestrictionItem;
import dev.kept.page.TellingItem;
import dev.kept.person.Restriction;
import dev.kept.policy.Ground;
import dev.kept.policy.Policy;
import dev.kept.policy.Recipient;
import dev.kept.recipient.RecipientLines;
import dev.kept.request.Exhibit;
import dev.kept.request.Objection;
import dev.kept.request.Proposal;
import dev.kept.request.Request;
import dev.kept.request.RequestState;
import dev.kept.system.HandWork;
import dev.kept.task.Decision;
import dev.kept.task.Grounds;
import dev.kept.task.Task;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What staff see of a request, as a page in the reader's language. */
final class CasePage {
    /** Where the reader may not see what the person typed. */
    private static final String HIDDEN = "•••";
    /** The roles that end restrictions and resume what has failed. */
    private static final Set<String> LEADING = Set.of("approver", "dpo");

    private final Policy policy;
    private final Grounds grounds;
    private final Frame frame;
    private final FoundItems items;

    CasePage(Policy policy, Grounds grounds, Frame frame) {
        this.policy = policy;
        this.grounds = grounds;
        this.frame = frame;
        items = new FoundItems(frame, policy);
    }

    /**
     * The page of a request.
     *
     * @param task what the reader may decide; absent for none
     */
    CaseView of(CaseFile file, Optional<Task> task) {
        var request = file.request();
        var identifier = file.personal().map(typed -> typed.content().identifier());
        var found = file.latest().map(Task::plan).map(Found::in).orElse(new Found(List.of(), List.of()));
        return new CaseView(
                request.id(),
                request.kind().word(),
                request.state().word(),
                local(request.received()),
                request.language(),
                identifier
                        .map(known -> known.type().name().toLowerCase(Locale.ROOT))
                        .orElse("email"),
                identifier.map(known -> known.value().reveal()).orElse(HIDDEN),
                message(file),
                file.changes().stream().map(this::change).toList(),
                file.evidence().stream().map(this::evidence).toList(),
                file.personal().isPresent(),
                deadline(file),
                items.of(found),
                found.unanswered().stream().map(id -> open(file, id)).toList(),
                rows(file.others(), file.now()),
                file.recipients().stream().map(this::recipient).toList(),
                file.restrictions().stream()
                        .map(restriction -> restriction(file, restriction))
                        .toList(),
                failure(file),
                history(file),
                task.map(open -> decision(file, open)).orElse(null));
    }

    List<RequestRow> rows(List<Request> requests, Instant now) {
        return requests.stream()
                .map(request -> new RequestRow(
                        request.id(),
                        request.kind().word(),
                        request.state().word(),
                        local(request.received()),
                        request.due().strictDate(),
                        TimeUsed.percent(request, now)))
                .toList();
    }

    private @Nullable String message(CaseFile file) {
        var parts = new ArrayList<String>();
        file.personal().ifPresent(typed -> {
            parts.add(typed.content().message().reveal());
            parts.add(Proposal.of(typed.content()).statement());
            var purposes = Objection.of(typed.content()).purposes();
            if (!purposes.isEmpty()) {
                parts.add(frame.t(
                        "case.objection",
                        String.join(", ", purposes.stream().map(this::purpose).toList())));
            }
            typed.identity().ifPresent(answer -> parts.add(frame.t("case.identity", answer)));
        });
        parts.removeIf(String::isBlank);
        return parts.isEmpty() ? null : String.join("\n\n", parts);
    }

    private String purpose(String name) {
        return name.equals(Objection.MARKETING) ? frame.t("object.marketing") : items.category(name);
    }

    private EvidenceItem evidence(Exhibit exhibit) {
        return new EvidenceItem(exhibit.number(), exhibit.type().word(), exhibit.bytes(), local(exhibit.added()));
    }

    private ChangeItem change(Change change) {
        var held = new LinkedHashMap<String, List<String>>();
        change.held()
                .forEach(one -> held.computeIfAbsent(shown(change.field(), one.value()), made -> new ArrayList<>())
                        .add(frame.t(
                                "case.change.where", policy.systemTitle(one.system(), frame.lang()), one.records())));
        return new ChangeItem(
                change.field(),
                label(change.field()),
                held.entrySet().stream()
                        .map(value -> new ChangeItem.Held(value.getKey(), value.getValue()))
                        .toList(),
                shown(change.field(), change.proposed()));
    }

    /** The answer of a choice by its label, anything else as it is. */
    private String shown(String field, String value) {
        return policy.fields(field).stream()
                .flatMap(declared -> declared.choices().stream())
                .filter(choice -> choice.value().equals(value))
                .map(choice -> choice.label().in(frame.lang()))
                .findFirst()
                .orElse(value);
    }

    private String label(String field) {
        return policy.fields(field).stream()
                .findFirst()
                .map(declared -> declared.label().in(frame.lang()))
                .orElse(field);
    }

    private RestrictionItem restriction(CaseFile file, Restriction restriction) {
        var own = restriction.requestId().equals(file.request().id());
        return new RestrictionItem(
                restriction.requestId(),
                restriction.reason(),
                restriction.since().map(this::local).orElse(null),
                own && !file.request().state().isOpen() && isLeading());
    }

    private @Nullable FailureItem failure(CaseFile file) {
        var request = file.request();
        return request.state() == RequestState.FAILED
                ? new FailureItem(
                        request.failure().orElse(null),
                        isLeading() && file.personal().isEmpty(),
                        isLeading() && file.personal().isPresent())
                : null;
    }

    private boolean isLeading() {
        var staff = frame.staff();
        return staff != null && LEADING.contains(staff.role());
    }

    private TellingItem recipient(RecipientLines.Line line) {
        var name = policy.recipient(line.recipient()).map(Recipient::name).orElse(line.recipient());
        return new TellingItem(name, line.state().word(), line.by(), local(line.at()));
    }

    private DeadlineItem deadline(CaseFile file) {
        var due = file.request().due();
        var account = file.deadline().explanation();
        return new DeadlineItem(
                due.strictDate(),
                due.outerDate(),
                due.extendedTo().orElse(null),
                TimeUsed.percent(file.request(), file.now()),
                account.ruleSet(),
                account.calendar(),
                account.steps().stream()
                        .map(frame.lang().equals("fr") ? Step::french : Step::english)
                        .toList(),
                suspended(file.request()));
    }

    private @Nullable ZonedDateTime suspended(Request request) {
        ZonedDateTime since = null;
        for (var event : request.events()) {
            if (event.type() == ClockEvent.Type.INFO_ASKED) {
                since = local(event.at());
            } else if (event.type() == ClockEvent.Type.INFO_RECEIVED) {
                since = null;
            }
        }
        return request.state().isOpen() ? since : null;
    }

    private OpenItem open(CaseFile file, String system) {
        var asked = file.steps().stream()
                .filter(step -> step.step().equals(RequestState.DECIDING.word()))
                .map(step -> step.at())
                .findFirst()
                .orElse(file.request().received());
        return new OpenItem(policy.systemTitle(system, frame.lang()), local(asked), 1);
    }

    /** The steps and the decisions in their order; a step that a decision brought about is told once, with who decided. */
    private List<EventItem> history(CaseFile file) {
        var events = new ArrayList<EventItem>();
        var told = new HashSet<String>();
        for (var task : file.tasks()) {
            task.decided().ifPresent(decided -> {
                var word = word(decided.decision());
                told.add(word);
                var who = frame.word("role", decided.role()) + " " + decided.by();
                events.add(new EventItem(local(decided.at()), word, who));
            });
        }
        file.steps().stream()
                .filter(step -> !told.contains(step.step()))
                .forEach(step -> events.add(new EventItem(local(step.at()), step.step(), who(step.step()))));
        events.sort(Comparator.comparing(EventItem::at));
        return events;
    }

    private static String word(Decision decision) {
        return switch (decision) {
            case APPROVE -> "approved";
            case REFUSE -> "refused";
            case EXTEND -> "extended";
            case ASK_IDENTITY -> "identity-asked";
            case DONE, NOT_FOUND -> decision.word();
        };
    }

    private String who(String step) {
        return switch (step) {
            case "received", "confirmed", "withdrawn", "identity-received", "downloaded", "evidence-added" ->
                frame.t("who.person");
            case "resumed" -> frame.t("who.staff");
            default -> frame.t("who.kept");
        };
    }

    private DecisionItem decision(CaseFile file, Task task) {
        return new DecisionItem(
                task.id(),
                task.kind(),
                local(task.due()),
                task.planHash(),
                task.may().stream().map(Decision::word).toList(),
                grounds(grounds.refusals(file.request())),
                parts(task),
                grounds(grounds.extensions()),
                task.first().map(Task.First::by).orElse(null),
                extensionTo(file),
                hand(task),
                policy.recipient(Json.string(task.plan(), "recipient"))
                        .map(Recipient::name)
                        .orElse(null));
    }

    /** The fields of a correction, to be decided one by one. */
    private List<PartItem> parts(Task task) {
        var plan = Json.list(task.plan(), "fields");
        var taken = plan.stream()
                .map(field -> Json.child(Map.of("", field), ""))
                .filter(field -> Boolean.TRUE.equals(field.get("taken")))
                .map(field -> Json.string(field, "field"))
                .toList();
        return plan.stream()
                .map(field -> Json.string(Json.child(Map.of("", field), ""), "field"))
                .map(field -> new PartItem(field, label(field), taken.contains(field)))
                .toList();
    }

    private @Nullable HandItem hand(Task task) {
        if (!task.may().contains(Decision.DONE)) {
            return null;
        }
        var plan = task.plan();
        return new HandItem(
                policy.systemTitle(Json.string(plan, "system"), frame.lang()),
                Json.string(Json.child(plan, "instructions"), frame.lang()),
                Json.list(plan, "categories").stream()
                        .map(String::valueOf)
                        .map(name -> new HandItem.Category(name, items.category(name)))
                        .toList(),
                Json.list(plan, "fields").stream()
                        .map(String::valueOf)
                        .map(this::field)
                        .toList(),
                task.kind().equals(HandWork.Deed.GATHER.kind()));
    }

    private String field(String name) {
        return policy.forms().values().stream()
                .flatMap(form -> form.field(name).stream())
                .map(field -> field.label().in(frame.lang()))
                .findFirst()
                .orElse(name);
    }

    private List<GroundItem> grounds(List<Ground> grounds) {
        return grounds.stream()
                .map(ground -> new GroundItem(ground.code(), ground.text().in(frame.lang()), ground.article()))
                .toList();
    }

    private @Nullable LocalDate extensionTo(CaseFile file) {
        return grounds.extensions().stream()
                .findFirst()
                .map(ground -> file.deadline().extend(file.now(), ExtensionReason.valueOf(ground.code())))
                .map(extension -> extension instanceof Extension.Granted granted
                        ? granted.deadline().strictDate()
                        : null)
                .orElse(null);
    }

    private ZonedDateTime local(Instant moment) {
        return moment.atZone(policy.zone());
    }
}
