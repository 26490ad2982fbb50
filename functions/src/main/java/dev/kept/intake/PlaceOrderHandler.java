package dev.kept.intake;

import dev.kept.Wiring;
import dev.kept.http.Call;
import dev.kept.http.Reply;
import dev.kept.page.PagedFunction;

/** POST /forms/order: takes an order: what the form order of the policy asks for, and never a card number. */
public final class PlaceOrderHandler implements PagedFunction {
    private final TakeForm take;

    /** What Lambda calls. */
    public PlaceOrderHandler() {
        this(Wiring.fromEnvironment());
    }

    public PlaceOrderHandler(Wiring wiring) {
        take = wiring.takeForm();
    }

    @Override
    public Reply answer(Call call) {
        return take.take("order", call);
    }
}
