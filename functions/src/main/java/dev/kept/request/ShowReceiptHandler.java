package dev.kept.request;

import dev.kept.Wiring;
import dev.kept.http.Call;
import dev.kept.http.ProblemFound;
import dev.kept.http.Reply;
import dev.kept.ledger.IssuedReceipts;
import dev.kept.page.PagedFunction;
import dev.kept.page.Site;
import java.util.function.Supplier;

/** GET /requests/{requestId}/receipt: the signed receipt, for the one who made the request. */
public final class ShowReceiptHandler implements PagedFunction {
    private final Supplier<Site> site;
    private final RequestFile file;
    private final IssuedReceipts receipts;

    /** What Lambda calls. */
    public ShowReceiptHandler() {
        this(Wiring.fromEnvironment());
    }

    public ShowReceiptHandler(Wiring wiring) {
        site = wiring::site;
        file = wiring.sealedFile();
        receipts = wiring.issuedReceipts();
    }

    @Override
    public Site site() {
        return site.get();
    }

    @Override
    public Reply answer(Call call) {
        var id = call.parameter("requestId");
        FollowToken.of(call, id, file.links());
        return receipts.find(id)
                .map(receipt -> Reply.of(200, "application/jose", receipt)
                        .with("Content-Disposition", "attachment; filename=\"receipt-" + id + ".jws\""))
                .orElseThrow(ProblemFound::notFound);
    }
}
