package dev.kept.ledger;

import dev.kept.Wiring;
import dev.kept.http.Call;
import dev.kept.http.HttpFunction;
import dev.kept.http.Reply;

/** GET /staff/ledger/verification: whether the ledger is intact. */
public final class VerifyLedgerHandler implements HttpFunction {
    private final VerifyLedger verify;

    public VerifyLedgerHandler() {
        this(Wiring.fromEnvironment());
    }

    public VerifyLedgerHandler(Wiring wiring) {
        verify = wiring.verifyLedger();
    }

    @Override
    public Reply answer(Call call) {
        return Reply.ok(verify.verify());
    }
}
