package dev.kept.outcome;

import dev.kept.ledger.Outcome;
import dev.kept.ledger.SystemOutcome;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The systems in which a request is open: an answer names them, and never hides them. */
public final class OpenSystems {
    /** Why a system is open that knows no restriction: staff have to see to it there. */
    public static final String NO_RESTRICTION = "NO_RESTRICTION";

    /** Why a system is open that will not answer by being asked again, whatever staff say: an operator has to do something. */
    private static final Set<String> WITHOUT_HELP = Set.of(NO_RESTRICTION, "NOT_CONNECTED");

    private OpenSystems() {}

    /** All of them. */
    public static List<String> in(List<SystemOutcome> outcomes) {
        return open(outcomes).map(SystemOutcome::system).distinct().toList();
    }

    /** Those of them to ask again. */
    public static List<String> toAskAgain(List<SystemOutcome> outcomes) {
        return open(outcomes)
                .filter(line -> line.reason().filter(WITHOUT_HELP::contains).isEmpty())
                .map(SystemOutcome::system)
                .distinct()
                .toList();
    }

    private static Stream<SystemOutcome> open(List<SystemOutcome> outcomes) {
        return outcomes.stream().filter(line -> line.outcome() == Outcome.UNAVAILABLE);
    }
}
