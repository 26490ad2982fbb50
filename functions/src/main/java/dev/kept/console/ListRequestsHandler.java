package dev.kept.console;

import dev.kept.Wiring;
import dev.kept.http.Call;
import dev.kept.http.Problem;
import dev.kept.http.ProblemFound;
import dev.kept.http.ProblemKind;
import dev.kept.http.Reply;
import dev.kept.page.BoardView;
import dev.kept.page.Console;
import dev.kept.page.Site;
import dev.kept.policy.Policy;
import dev.kept.request.Board;
import dev.kept.request.RequestState;
import dev.kept.staff.ConsoleFunction;
import dev.kept.staff.StaffMember;
import dev.kept.task.Grounds;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Optional;
import java.util.function.Supplier;

/** GET /staff/requests: the board of requests, by state and due. */
public final class ListRequestsHandler implements ConsoleFunction {
    private static final int PAGE = 25;

    private final Supplier<Site> site;
    private final Policy policy;
    private final Board board;
    private final Grounds grounds;
    private final Clock clock;

    /** What Lambda calls. */
    public ListRequestsHandler() {
        this(Wiring.fromEnvironment());
    }

    public ListRequestsHandler(Wiring wiring) {
        site = wiring::site;
        policy = wiring.policy();
        board = wiring.board();
        grounds = wiring.grounds();
        clock = wiring.clock();
    }

    @Override
    public Site site() {
        return site.get();
    }

    @Override
    public Reply answer(Call call) {
        StaffMember.reader(call);
        var page = board.page(filter(call), call.asked("next"), PAGE);
        if (call.wantsPage()) {
            var frame = frame(call);
            var rows = new CasePage(policy, grounds, frame).rows(page.requests(), clock.instant());
            var next = page.next().map(place -> address(call, place)).orElse(null);
            return Reply.page(
                    200, Console.board(frame, new BoardView(call.asked("state").orElse(""), rows, next)));
        }
        return Reply.ok(CaseJson.page(
                "requests", page.requests().stream().map(CaseJson::row).toList(), page.next()));
    }

    private Board.Filter filter(Call call) {
        var faulty = new ArrayList<String>();
        var state = call.asked("state").flatMap(RequestState::find);
        if (call.asked("state").isPresent() && state.isEmpty()) {
            faulty.add("state");
        }
        var due = call.asked("due").flatMap(ListRequestsHandler::day);
        if (call.asked("due").isPresent() && due.isEmpty()) {
            faulty.add("due");
        }
        if (!faulty.isEmpty()) {
            throw new ProblemFound(Problem.fields(
                    ProblemKind.INVALID_INPUT,
                    "Give the word of a state, and as due the last day of those that you want, such as 2026-12-06.",
                    faulty));
        }
        return new Board.Filter(
                state,
                due.map(day -> day.plusDays(1).atStartOfDay(policy.zone()).toInstant()));
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException malformed) {
            return Optional.empty();
        }
    }

    private static String address(Call call, String next) {
        var address = new StringBuilder("/staff/requests?next=").append(next);
        call.asked("state").ifPresent(state -> address.append("&state=").append(state));
        call.asked("due").ifPresent(due -> address.append("&due=").append(due));
        return address.toString();
    }
}
