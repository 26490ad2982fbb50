package dev.kept.page;

import gg.jte.generated.precompiled.staff.JteboardGenerated;
import gg.jte.generated.precompiled.staff.JtecancellationsGenerated;
import gg.jte.generated.precompiled.staff.JteevidenceGenerated;
import gg.jte.generated.precompiled.staff.JtefileGenerated;
import gg.jte.generated.precompiled.staff.JteholdsGenerated;
import gg.jte.generated.precompiled.staff.JteledgerGenerated;
import gg.jte.generated.precompiled.staff.JterehearsalGenerated;
import gg.jte.generated.precompiled.staff.JtesignInGenerated;
import gg.jte.generated.precompiled.staff.JtestatisticsGenerated;
import gg.jte.generated.precompiled.staff.JtesweepGenerated;
import gg.jte.generated.precompiled.staff.JtesweepsGenerated;
import gg.jte.generated.precompiled.staff.JtetasksGenerated;
import java.util.List;

/** The pages of the staff console: each a pure function from what is shown to HTML. */
public final class Console {
    private Console() {}

    /** Where staff sign in. */
    public static String signIn(Frame frame, SignInView view) {
        return Html.of(out -> JtesignInGenerated.render(out, null, frame, view));
    }

    /** The tasks that wait, earliest due first. */
    public static String tasks(Frame frame, TasksView view) {
        return Html.of(out -> JtetasksGenerated.render(out, null, frame, view));
    }

    /** One request with all that a decision needs. */
    public static String file(Frame frame, CaseView view) {
        return Html.of(out -> JtefileGenerated.render(out, null, frame, view));
    }

    /** A file that a person added as evidence. */
    public static String evidence(Frame frame, EvidenceFileView view) {
        return Html.of(out -> JteevidenceGenerated.render(out, null, frame, view));
    }

    /** The requests, by state. */
    public static String board(Frame frame, BoardView view) {
        return Html.of(out -> JteboardGenerated.render(out, null, frame, view));
    }

    /** The accounts that end. */
    public static String cancellations(Frame frame, CancellationsView view) {
        return Html.of(out -> JtecancellationsGenerated.render(out, null, frame, view));
    }

    /** The legal holds. */
    public static String holds(Frame frame, HoldsView view) {
        return Html.of(out -> JteholdsGenerated.render(out, null, frame, view));
    }

    /** What a deletion would do. */
    public static String rehearsal(Frame frame, RehearsalView view) {
        return Html.of(out -> JterehearsalGenerated.render(out, null, frame, view));
    }

    /** How many people there were whose records were anonymised. */
    public static String statistics(Frame frame, List<StatisticRow> rows) {
        return Html.of(out -> JtestatisticsGenerated.render(out, null, frame, rows));
    }

    /** The last sweeps, and what is due when. */
    public static String sweeps(Frame frame, SweepsView view) {
        return Html.of(out -> JtesweepsGenerated.render(out, null, frame, view));
    }

    /** The sweep of a day. */
    public static String sweep(Frame frame, SweepView view) {
        return Html.of(out -> JtesweepGenerated.render(out, null, frame, view));
    }

    /** The ledger and its verification. */
    public static String ledger(Frame frame, LedgerView view) {
        return Html.of(out -> JteledgerGenerated.render(out, null, frame, view));
    }
}
