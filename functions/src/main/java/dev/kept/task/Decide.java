package dev.kept.task;

import dev.kept.clock.Extension;
import dev.kept.clock.ExtensionReason;
import dev.kept.http.Problem;
import dev.kept.http.ProblemFound;
import dev.kept.http.ProblemKind;
import dev.kept.ledger.Entry;
import dev.kept.ledger.Ledger;
import dev.kept.policy.RequestKind;
import dev.kept.request.Request;
import dev.kept.request.RequestFile;
import dev.kept.request.RequestState;
import dev.kept.request.Waits;
import dev.kept.staff.StaffMember;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Takes a decision of staff about a request, once, on exactly the plan that was shown, and wakes the workflow. The
 * decision and its entry in the ledger are written together; what comes after them the workflow does itself when it
 * looks again, should this function die in between.
 */
public final class Decide {
    /** The ground that takes two people: the burden of proof is the organisation's (CJEU C-526/24). */
    static final String EXCESSIVE = "EXCESSIVE";

    /** How long the first of two decisions waits for the second (LAW 8.5). */
    private static final Duration FIRST_HOLDS = Duration.ofDays(3);

    private final Tasks tasks;
    private final RequestFile file;
    private final Grounds grounds;
    private final Plans plans;
    private final Errands errands;
    private final Waits waits;
    private final Ledger ledger;
    private final Clock clock;
    private final HandDecision byHand;

    public Decide(
            Tasks tasks,
            RequestFile file,
            Grounds grounds,
            Plans plans,
            Errands errands,
            Waits waits,
            Ledger ledger,
            Clock clock) {
        this.tasks = tasks;
        this.file = file;
        this.grounds = grounds;
        this.plans = plans;
        this.errands = errands;
        this.waits = waits;
        this.ledger = ledger;
        this.clock = clock;
        byHand = new HandDecision(tasks, file, ledger, clock);
    }

    /**
     * Decides.
     *
     * @return the word of where things stand now
     */
    String decide(String taskId, Choice chosen, StaffMember who) {
        var task = tasks.find(taskId).orElseThrow(ProblemFound::notFound);
        if (errands.include(task)) {
            return errands.done(task, chosen, who);
        }
        var request = file.requests().require(task.requestId());
        if (HandDecision.isAbout(task)) {
            return byHand.decide(task, request, chosen, who);
        }
        var choice = chosen.onParts(plans.parts(task));
        check(task, request, choice);
        if (needsTwo(request, choice) && !isSecond(task, choice, who)) {
            return noteFirst(task, choice, who);
        }
        if (!choice.note().isEmpty()) {
            file.contents().put(request.id(), "note#" + task.id(), choice.note());
        }
        var decided = new Task.Decided(
                choice.decision(),
                choice.reason(),
                who.subject(),
                who.role().word(),
                clock.instant(),
                Map.of(),
                choice.refused());
        var what = "decided-" + choice.decision().word();
        if (!tasks.decide(task, decided, ledger, entry(task, task.id() + "/" + what, what, decided))) {
            throw alreadyDecided();
        }
        if (choice.decision() == Decision.APPROVE) {
            file.requests().move(request.id(), RequestState.CARRYING_OUT);
        }
        waits.wake(request.id(), Waits.For.DECISION, choice.decision().word());
        return state(choice.decision());
    }

    private void check(Task task, Request request, Choice choice) {
        if (task.decided().isPresent() || request.state() != RequestState.DECIDING) {
            throw alreadyDecided();
        }
        if (!task.may().contains(choice.decision())) {
            throw new ProblemFound(ProblemKind.TOO_LATE, "This may no longer be decided; see what the task allows.");
        }
        if (choice.planHash()
                .map(hash -> !hash.equals(task.planHash()))
                .orElse(choice.decision() == Decision.APPROVE)) {
            throw planChanged();
        }
        if (choice.decision() == Decision.APPROVE) {
            checkPlan(task, request);
        }
        checkParts(task, request, choice);
        grounds.check(request, choice);
        if (choice.decision() == Decision.EXTEND) {
            checkExtension(request, choice);
        }
    }

    /** What was found when the plan was made may have changed: then the task shows what would be done now. */
    private void checkPlan(Task task, Request request) {
        plans.now(request).filter(now -> !now.hash().equals(task.planHash())).ifPresent(now -> {
            tasks.replan(task, now.tree(), now.hash());
            throw planChanged();
        });
    }

    /** Only what the plan has can be refused apart, on a ground of its own; what cannot be done has to be. */
    private void checkParts(Task task, Request request, Choice choice) {
        var parts = plans.parts(task);
        var faults = new TreeSet<String>();
        choice.refused().forEach((part, ground) -> {
            if (!parts.all().contains(part)
                    || ground.equals(EXCESSIVE)
                    || grounds.refusal(request, ground).isEmpty()) {
                faults.add("refused." + part);
            }
        });
        if (choice.decision() == Decision.APPROVE) {
            parts.impossible().stream()
                    .filter(part -> !choice.refused().containsKey(part))
                    .forEach(part -> faults.add("refused." + part));
        } else if (!choice.refused().isEmpty()) {
            faults.add("refused");
        }
        if (!faults.isEmpty()) {
            throw new ProblemFound(Problem.fields(
                    ProblemKind.INVALID_INPUT,
                    "Give as refused, beside the decision approve, the fields of this plan that are refused, each with the "
                            + "code of a ground that the task offers for fields. A value that leads to somebody else cannot "
                            + "be approved.",
                    List.copyOf(faults)));
        }
    }

    private static ProblemFound planChanged() {
        return new ProblemFound(
                ProblemKind.PLAN_CHANGED, "Read the task again and decide on the planHash that it shows now.");
    }

    /** The person has to be told before the first date (GDPR art. 12(3)): afterwards it is too late. */
    private void checkExtension(Request request, Choice choice) {
        var reason = ExtensionReason.valueOf(choice.reason());
        var now = clock.instant();
        if (!now.isBefore(request.due().strict())
                || file.clock().deadline(request).extend(now, reason) instanceof Extension.Refused) {
            throw new ProblemFound(
                    ProblemKind.TOO_LATE,
                    "A deadline is extended once, and before it has passed: answer as soon as you can.");
        }
    }

    /** What cannot be taken back, and the refusal whose proof is hardest. */
    private static boolean needsTwo(Request request, Choice choice) {
        return switch (choice.decision()) {
            case APPROVE -> request.kind() == RequestKind.DELETION;
            case REFUSE -> choice.reason().equals(EXCESSIVE);
            case EXTEND, ASK_IDENTITY, DONE, NOT_FOUND -> false;
        };
    }

    private boolean isSecond(Task task, Choice choice, StaffMember who) {
        var same = task.first()
                .filter(first ->
                        first.decision() == choice.decision() && first.reason().equals(choice.reason()))
                .filter(first -> clock.instant().isBefore(first.at().plus(FIRST_HOLDS)));
        if (same.filter(first -> first.by().equals(who.subject())).isPresent()) {
            throw new ProblemFound(
                    ProblemKind.SAME_PERSON, "You decided this first; a second person has to decide the same.");
        }
        return same.isPresent();
    }

    private String noteFirst(Task task, Choice choice, StaffMember who) {
        var proposed = new Task.Decided(
                choice.decision(), choice.reason(), who.subject(), who.role().word(), clock.instant());
        var first =
                new Task.First(proposed.decision(), proposed.reason(), proposed.by(), proposed.role(), proposed.at());
        var what = "proposed-" + choice.decision().word();
        // somebody else may propose the same later, and anybody again once the plan has changed
        var id = String.join(
                "/",
                task.id(),
                what,
                proposed.by(),
                proposed.at().toString(),
                task.planHash().substring(0, 16));
        var entry = entry(task, id, what, proposed);
        if (!tasks.first(task, first, ledger, entry)) {
            throw alreadyDecided();
        }
        return "waiting-for-second-approval";
    }

    private static Entry entry(Task task, String id, String what, Task.Decided decided) {
        var details = new LinkedHashMap<String, Object>();
        details.put("task", task.id());
        details.put("plan", task.planHash());
        details.put("role", decided.role());
        if (!decided.reason().isEmpty()) {
            details.put("reason", decided.reason());
        }
        if (!decided.refused().isEmpty()) {
            details.put("refused", decided.refused());
        }
        return new Entry(id, decided.at(), what, task.requestId(), decided.by(), Map.copyOf(details));
    }

    static ProblemFound alreadyDecided() {
        return new ProblemFound(
                ProblemKind.ALREADY_DECIDED, "Somebody was faster, or the request is closed: look at its file.");
    }

    private static String state(Decision decision) {
        return switch (decision) {
            case APPROVE -> RequestState.CARRYING_OUT.word();
            case REFUSE -> RequestState.REFUSED.word();
            case EXTEND, ASK_IDENTITY, DONE, NOT_FOUND -> RequestState.DECIDING.word();
        };
    }

    /**
     * What a member of staff chose.
     *
     * @param planHash the plan that was looked at
     * @param reason the code of the ground, empty where none is needed
     * @param note words of one's own for the person, empty for none
     * @param counts how many records of each category were found by hand
     * @param refused the parts of the plan that are refused although the rest is approved, each with its ground
     */
    public record Choice(
            Decision decision,
            Optional<String> planHash,
            String reason,
            String note,
            Map<String, Integer> counts,
            Map<String, String> refused) {
        /** Whoever refuses every part on one ground refuses the whole. */
        Choice onParts(Plans.Parts parts) {
            var all = decision == Decision.APPROVE
                    && !refused.isEmpty()
                    && refused.keySet().equals(parts.all());
            var one = Set.copyOf(refused.values());
            return all && one.size() == 1
                    ? new Choice(Decision.REFUSE, planHash, one.iterator().next(), note, counts, Map.of())
                    : this;
        }

        @Override
        public String toString() {
            return "Choice[" + decision + "]";
        }
    }
}
