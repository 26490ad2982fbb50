package dev.kept.closing;

import dev.kept.Wiring;
import dev.kept.clock.Closing;
import dev.kept.http.Call;
import dev.kept.http.Json;
import dev.kept.http.Reply;
import dev.kept.page.CancellationRow;
import dev.kept.page.CancellationsView;
import dev.kept.page.Console;
import dev.kept.page.Frame;
import dev.kept.page.Language;
import dev.kept.page.Site;
import dev.kept.policy.RequestKind;
import dev.kept.request.Board;
import dev.kept.request.Marks;
import dev.kept.request.Request;
import dev.kept.request.RequestState;
import dev.kept.staff.ConsoleFunction;
import dev.kept.staff.StaffMember;
import dev.kept.staff.StaffRole;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** GET /staff/cancellations: the accounts that end, the first to be gone first, and what their purges wait for. */
public final class ListCancellationsHandler implements ConsoleFunction {
    private final Supplier<Site> site;
    private final Board board;
    private final Calendar calendar;
    private final Marks marks;

    /** What Lambda calls. */
    public ListCancellationsHandler() {
        this(Wiring.fromEnvironment());
    }

    public ListCancellationsHandler(Wiring wiring) {
        site = wiring::site;
        board = wiring.board();
        calendar = wiring.closingCalendar();
        marks = wiring.marks();
    }

    @Override
    public Site site() {
        return site.get();
    }

    @Override
    public Reply answer(Call call) {
        var who = StaffMember.reader(call);
        var running = board.open(RequestKind.CANCELLATION);
        if (!call.wantsPage()) {
            return Reply.ok(
                    Map.of("cancellations", running.stream().map(this::tree).toList()));
        }
        var frame = frame(call);
        var rows = running.stream().map(request -> row(request, frame)).toList();
        return Reply.page(
                200, Console.cancellations(frame, new CancellationsView(rows, who.role() != StaffRole.AUDITOR)));
    }

    private Map<String, Object> tree(Request request) {
        var leaving = calendar.leaving(request.id());
        var closing = calendar.of(leaving);
        var tree = new LinkedHashMap<String, Object>();
        tree.put("cancellationId", request.id());
        tree.put("confirmed", isConfirmed(request));
        tree.put("by", leaving.by());
        tree.put("days", closing.toMap());
        tree.put("daysLeft", left(closing));
        tree.put("waitsFor", reasons(request));
        return tree;
    }

    private CancellationRow row(Request request, Frame frame) {
        var closing = calendar.of(request.id());
        var french = frame.texts().language() == Language.FRENCH;
        return new CancellationRow(
                request.id(),
                isConfirmed(request),
                closing.effective(),
                closing.purgeDate(),
                closing.lastDate(),
                left(closing),
                closing.steps().stream()
                        .map(step -> french ? step.french() : step.english())
                        .toList(),
                reasons(request));
    }

    private static boolean isConfirmed(Request request) {
        return request.state() != RequestState.RECEIVED;
    }

    /** In days; below none it is late. */
    private long left(Closing closing) {
        return ChronoUnit.DAYS.between(calendar.today(), closing.lastDate());
    }

    private List<String> reasons(Request request) {
        return marks.find(request.id(), Gate.MARK)
                .map(mark ->
                        Json.list(mark, "reasons").stream().map(String::valueOf).toList())
                .orElse(List.of());
    }
}
