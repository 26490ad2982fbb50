package dev.kept.clock;

import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Computes deadlines from the law as data. */
public final class Deadlines {
    private final RuleSets law;

    public Deadlines(RuleSets law) {
        this.law = law;
    }

    /** By when a person's request must be answered. */
    public Deadline forRequest(Receipt receipt, Terms terms) {
        return forDuty(Duty.ANSWER, receipt, terms);
    }

    /** The same for a request to which something has happened since; a receipt among the events changes nothing. */
    public Deadline forRequest(Receipt receipt, Terms terms, List<ClockEvent> events) {
        return compute(Duty.ANSWER, receipt, terms, events);
    }

    /** By when a duty must be done; of several laws that know it the earliest date counts. */
    public Deadline forDuty(Duty duty, Receipt receipt, Terms terms) {
        return compute(duty, receipt, terms, List.of());
    }

    /** By when something must be done that only the organisation's own word demands, such as a purge. */
    public Deadline forPromise(Receipt receipt, Span promise) {
        var rules = RuleSet.promise(promise);
        var terms = new Terms(List.of(rules.regime()), null, HolidayCalendar.NONE, true);
        return new Deadline(new Inputs(receipt, List.of(rules), terms, List.of()));
    }

    /** The days of an account that ends on a day, and whose customer leaves in that way. */
    public Closing forClosing(LocalDate effective, ClosingTerms terms, ExitMode mode) {
        return forClosing(effective, terms, mode, null);
    }

    /**
     * The same for a customer who made a choice later.
     *
     * @param chosen when; null if with the cancellation
     */
    public Closing forClosing(LocalDate effective, ClosingTerms terms, ExitMode mode, @Nullable LocalDate chosen) {
        return new Closing(effective, mode, chosen, terms, law);
    }

    /**
     * Computes the days of an account that ends again from a stored account of them.
     *
     * @param explanation what {@link Closing#toMap} gave
     */
    public Closing recomputeClosing(Map<String, Object> explanation) {
        var tree = new Tree("closing", explanation);
        var terms = new ClosingTerms(
                tree.text("regime"),
                ZoneId.of(tree.text("zone")),
                Period.parse(tree.text("purge")),
                tree.has("retrieval") ? Period.parse(tree.text("retrieval")) : null);
        return forClosing(
                LocalDate.parse(tree.text("effective")),
                terms,
                tree.choice(ExitMode.class, "mode"),
                tree.has("chosen") ? LocalDate.parse(tree.text("chosen")) : null);
    }

    /**
     * Computes a stored deadline again from its own inputs: the explanation of the result equals the stored one.
     *
     * @param explanation what {@link Explanation#toMap} gave
     */
    public Deadline recompute(Map<String, Object> explanation) {
        return new Deadline(Inputs.of(explanation, law));
    }

    private Deadline compute(Duty duty, Receipt receipt, Terms terms, List<ClockEvent> events) {
        if (!law.know(terms.calendar(), terms.regimes())) {
            throw new IllegalArgumentException("No regime of " + terms.regimes() + " counts by the calendar "
                    + terms.calendar().id());
        }
        var day = receipt.localDate();
        var ruleSets = terms.regimes().stream()
                .flatMap(regime -> law.find(regime, duty, day).stream())
                .toList();
        if (ruleSets.isEmpty()) {
            throw new IllegalArgumentException("No regime of " + terms.regimes() + " knows the duty " + duty);
        }
        var counted = duty.isMinimum() ? terms.withoutPromise() : terms;
        return new Deadline(new Inputs(receipt, ruleSets, counted, events));
    }
}
