package dev.kept.ledger;

import dev.kept.Wiring;
import dev.kept.http.Call;
import dev.kept.http.HttpFunction;
import dev.kept.http.Problem;
import dev.kept.http.ProblemFound;
import dev.kept.http.ProblemKind;
import dev.kept.http.Reply;
import java.util.List;

/** GET /staff/ledger: the ledger's entries in pages, as an auditor exports them. */
public final class ListLedgerHandler implements HttpFunction {
    private final ListLedger list;

    public ListLedgerHandler() {
        this(Wiring.fromEnvironment());
    }

    public ListLedgerHandler(Wiring wiring) {
        list = wiring.listLedger();
    }

    @Override
    public Reply answer(Call call) {
        return Reply.ok(
                list.list(call.asked("after").map(ListLedgerHandler::number).orElse(0L)));
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
