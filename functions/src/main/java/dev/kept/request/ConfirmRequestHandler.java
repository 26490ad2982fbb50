package dev.kept.request;

import dev.kept.Wiring;
import dev.kept.http.Call;
import dev.kept.http.Input;
import dev.kept.http.Reply;
import dev.kept.page.LinkExpiredView;
import dev.kept.page.PagedFunction;
import dev.kept.page.Site;
import java.util.function.Supplier;

/** POST /requests/{requestId}/confirmation: the person says, from her mailbox, that the request is hers. */
public final class ConfirmRequestHandler implements PagedFunction {
    private final Supplier<Site> site;
    private final RequestFile file;
    private final Waits waits;

    /** What Lambda calls. */
    public ConfirmRequestHandler() {
        this(Wiring.fromEnvironment());
    }

    public ConfirmRequestHandler(Wiring wiring) {
        site = wiring::site;
        file = wiring.sealedFile();
        waits = wiring.waits();
    }

    @Override
    public Site site() {
        return site.get();
    }

    @Override
    public Reply answer(Call call) {
        var id = call.parameter("requestId");
        var input = Input.of(call);
        var token = input.text("token", 64);
        input.done();
        // the link is used up last, so that pressing again helps when this died on its way
        file.links().check(id, Links.Purpose.CONFIRM, token, 1);
        file.requests().move(id, RequestState.CONFIRMED);
        file.links().use(id, Links.Purpose.CONFIRM, token, 1);
        waits.wake(id, Waits.For.CONFIRMATION, RequestState.CONFIRMED.word());
        return call.wantsPage() ? Reply.seeOther(frame(call).to("/requests/" + id + "/confirmed")) : Reply.nothing();
    }

    @Override
    public LinkExpiredView expired(Call call) {
        var address = "/requests/" + call.parameter("requestId") + "/confirmation-link";
        return new LinkExpiredView(address, Input.of(call).text("token", 64));
    }
}
