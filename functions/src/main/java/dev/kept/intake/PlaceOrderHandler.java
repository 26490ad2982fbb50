package dev.kept.intake;

import dev.kept.Wiring;
import dev.kept.http.Call;
import dev.kept.http.Problem;
import dev.kept.http.Reply;
import dev.kept.page.PagedFunction;
import dev.kept.page.Site;
import java.util.Optional;
import java.util.function.Supplier;

/** POST /forms/order: takes an order: what the form order of the policy asks for, and never a card number. */
public final class PlaceOrderHandler implements PagedFunction {
    private final Supplier<Site> site;
    private final TakeForm take;

    /** What Lambda calls. */
    public PlaceOrderHandler() {
        this(Wiring.fromEnvironment());
    }

    public PlaceOrderHandler(Wiring wiring) {
        site = wiring::site;
        take = wiring.takeForm();
    }

    @Override
    public Site site() {
        return site.get();
    }

    @Override
    public Optional<String> corrected(Problem problem, Call call) {
        return take.corrected("order", problem, call);
    }

    @Override
    public Reply answer(Call call) {
        return take.take("order", call);
    }
}
