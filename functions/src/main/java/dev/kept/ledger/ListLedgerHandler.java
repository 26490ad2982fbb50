package dev.kept.ledger;

import dev.kept.Wiring;
import dev.kept.http.Call;
import dev.kept.http.Problem;
import dev.kept.http.ProblemFound;
import dev.kept.http.ProblemKind;
import dev.kept.http.Reply;
import dev.kept.page.Console;
import dev.kept.page.Site;
import dev.kept.staff.ConsoleFunction;
import dev.kept.staff.StaffMember;
import java.util.List;
import java.util.function.Supplier;

/** GET /staff/ledger: the ledger's entries in pages, as an auditor exports them; for a browser with its verification. */
public final class ListLedgerHandler implements ConsoleFunction {
    private final Supplier<Site> site;
    private final ListLedger list;
    private final Supplier<ShowLedger> show;

    public ListLedgerHandler() {
        this(Wiring.fromEnvironment());
    }

    public ListLedgerHandler(Wiring wiring) {
        site = wiring::site;
        list = wiring.listLedger();
        show = wiring::showLedger;
    }

    @Override
    public Site site() {
        return site.get();
    }

    @Override
    public Reply answer(Call call) {
        StaffMember.reader(call);
        var after = call.asked("after").map(ListLedgerHandler::number);
        if (call.wantsPage()) {
            return Reply.page(200, Console.ledger(frame(call), show.get().show(after)));
        }
        return Reply.ok(list.list(after.orElse(0L)));
    }

    private static long number(String text) {
        if (!text.matches("[0-9]{1,18}")) {
            throw new ProblemFound(Problem.fields(
                    ProblemKind.INVALID_INPUT,
                    "Give the number of an entry, such as the next of the page before.",
                    List.of("after")));
        }
        return Long.parseLong(text);
    }
}
