package dev.kept.clock;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The days of an account that ends, each of them calendar days of the contract's zone that no weekend moves: what was
 * promised is that the data are gone at the end of the last one, not that their purge has begun.
 */
public final class Closing {
    private static final String ENGINE = "closing/1.0";
    /** What a purge may need at worst, retries and the verification included. */
    private static final Period MARGIN = Period.ofDays(2);

    private final LocalDate effective;
    private final ExitMode mode;
    private final @Nullable LocalDate chosen;
    private final ClosingTerms terms;
    private final Set<Flag> flags;
    private final @Nullable RuleSet retrieval;

    Closing(LocalDate effective, ExitMode mode, @Nullable LocalDate chosen, ClosingTerms terms, RuleSets law) {
        this.effective = effective;
        this.mode = mode;
        this.chosen = chosen;
        this.terms = terms;
        flags = terms.flags(effective, law);
        retrieval = terms.retrieval() == null
                ? null
                : law.inForce(terms.regime(), Duty.KEEP_FOR_RETRIEVAL, effective)
                        .orElse(null);
    }

    public LocalDate effective() {
        return effective;
    }

    public ExitMode mode() {
        return mode;
    }

    /** From when the data are used no more. */
    public Instant freezeFrom() {
        return start(effective);
    }

    /** From when the person is offered her data. */
    public Instant exportFrom() {
        return start(effective.plusDays(1));
    }

    /** From when the person is told a second time what will go, and when. */
    public Instant secondNoticeFrom() {
        return start(secondNoticeDate());
    }

    /** From when the data may go. */
    public Instant purgeFrom() {
        return start(purgeDate());
    }

    /** From when it is read again that they are gone. */
    public Instant verifyFrom() {
        return start(purgeDate().plusDays(1));
    }

    /** From when somebody has to be called if they are still there. */
    public Instant alarmFrom() {
        return start(lastDate());
    }

    /** The first instant that is too late. */
    public Instant purgeBy() {
        return Due.endOf(lastDate(), terms.zone()).exclusive();
    }

    public LocalDate secondNoticeDate() {
        return purgeDate().minus(MARGIN);
    }

    /** The day on which the purge begins; who chose it does not wait. */
    public LocalDate purgeDate() {
        return mode == ExitMode.ERASE_NOW ? chosenDate() : lastDate().minus(MARGIN);
    }

    /** The last day on which there may still be something. */
    public LocalDate lastDate() {
        if (mode == ExitMode.ERASE_NOW) {
            var promised = chosenDate().plus(terms.purge());
            return promised.isBefore(unchosen()) ? promised : unchosen();
        }
        return unchosen();
    }

    /** The last day on which the data can be fetched because the law demands it; empty where it does not, or she did not want it. */
    public Optional<LocalDate> retrievalDate() {
        return mode == ExitMode.ERASE_NOW ? Optional.empty() : lastToFetch();
    }

    /** Whether the law keeps the data for longer than the policy promised. */
    public boolean isGuarded() {
        return lastDate().isAfter(promised());
    }

    public Set<Flag> flags() {
        return flags;
    }

    /** How these days came about, step by step. */
    public List<Step> steps() {
        return new ClosingNarration(this).steps();
    }

    /** The account of these days: stored with the case, and enough for an auditor to compute them again. */
    public Map<String, Object> toMap() {
        var map = new LinkedHashMap<String, Object>();
        map.put("ruleSet", retrieval == null ? "PROMISE/" + Span.of(terms.purge()) : retrieval.id());
        map.put("regime", terms.regime());
        map.put("zone", terms.zone().getId());
        map.put("effective", effective.toString());
        map.put("mode", mode.word());
        if (chosen != null) {
            map.put("chosen", chosen.toString());
        }
        map.put("purge", terms.purge().toString());
        if (terms.retrieval() != null) {
            map.put("retrieval", terms.retrieval().toString());
        }
        map.put("steps", steps().stream().map(Step::english).toList());
        map.put("stepsFr", steps().stream().map(Step::french).toList());
        map.put("flags", flags.stream().map(Flag::name).sorted().toList());
        map.put("purgeFrom", purgeFrom().toString());
        map.put("purgeByExclusive", purgeBy().toString());
        map.put("engine", ENGINE);
        return map;
    }

    ClosingTerms terms() {
        return terms;
    }

    Optional<RuleSet> law() {
        return Optional.ofNullable(retrieval);
    }

    LocalDate promised() {
        return effective.plus(terms.purge());
    }

    Optional<LocalDate> lastToFetch() {
        var period = terms.retrieval();
        return retrieval == null || period == null ? Optional.empty() : Optional.of(effective.plus(period));
    }

    LocalDate chosenDate() {
        return chosen == null || chosen.isBefore(effective) ? effective : chosen;
    }

    /** The last day where nobody chose anything: the whole purge comes after the last day to fetch. */
    private LocalDate unchosen() {
        return lastToFetch()
                .map(last -> last.plusDays(1).plus(MARGIN))
                .filter(guarded -> guarded.isAfter(promised()))
                .orElse(promised());
    }

    private Instant start(LocalDate day) {
        ZoneId zone = terms.zone();
        return day.atStartOfDay(zone).toInstant();
    }
}
