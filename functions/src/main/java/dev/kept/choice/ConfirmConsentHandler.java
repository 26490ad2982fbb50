package dev.kept.choice;

import dev.kept.Wiring;
import dev.kept.http.Call;
import dev.kept.http.Input;
import dev.kept.http.Reply;
import dev.kept.page.PagedFunction;
import dev.kept.page.Site;
import java.util.function.Supplier;

/** POST /consents/{consentId}/confirmation: the person says, from her mailbox, that the consent is hers. */
public final class ConfirmConsentHandler implements PagedFunction {
    private final Supplier<Site> site;
    private final ConfirmConsent confirm;

    /** What Lambda calls. */
    public ConfirmConsentHandler() {
        this(Wiring.fromEnvironment());
    }

    public ConfirmConsentHandler(Wiring wiring) {
        site = wiring::site;
        confirm = wiring.confirmConsent();
    }

    @Override
    public Site site() {
        return site.get();
    }

    @Override
    public Reply answer(Call call) {
        var id = call.parameter("consentId");
        var input = Input.of(call);
        var token = input.text("token", 64);
        input.done();
        confirm.confirm(id, token);
        return call.wantsPage() ? Reply.seeOther(frame(call).to("/consents/" + id + "/confirmed")) : Reply.nothing();
    }
}
