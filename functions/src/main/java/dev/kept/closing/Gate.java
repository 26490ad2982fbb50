package dev.kept.closing;

import dev.kept.person.Restrictions;
import dev.kept.request.Board;
import dev.kept.request.Request;
import dev.kept.request.RequestState;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What stands against the beginning of a purge: whatever of hers is still open. A legal hold is not here, since it keeps back
 * what it covers and nothing else; the law's own periods are in the plan, category by category.
 */
final class Gate {
    /** The mark of what a purge waits for. */
    static final String MARK = "waits-for";
    /** Another of her requests is open, for which the data are needed. */
    private static final String REQUEST = "OPEN_REQUEST/";
    /** Her data are restricted on account of another request. */
    private static final String DISPUTE = "RESTRICTED";

    private static final Set<RequestState> UNDER_WAY =
            EnumSet.of(RequestState.CONFIRMED, RequestState.DECIDING, RequestState.CARRYING_OUT);

    private final Board board;
    private final Restrictions restrictions;

    Gate(Board board, Restrictions restrictions) {
        this.board = board;
        this.restrictions = restrictions;
    }

    /** Codes of why the purge of that account may not begin; none where it may. */
    List<String> against(Request request, String person) {
        var reasons = new ArrayList<String>();
        board.openOf(person).stream()
                .filter(other -> !other.kind().erases() && UNDER_WAY.contains(other.state()))
                .forEach(other -> reasons.add(REQUEST + other.kind().word() + "/" + other.id()));
        restrictions.of(person).stream()
                .filter(restriction -> !restriction.requestId().equals(request.id()))
                .forEach(restriction -> reasons.add(DISPUTE + "/" + restriction.requestId()));
        return List.copyOf(reasons);
    }
}
