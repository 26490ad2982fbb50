package dev.kept.clock;

import java.util.List;
import java.util.Map;

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
