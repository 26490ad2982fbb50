package dev.kept.ledger;

import dev.kept.Wiring;
import dev.kept.http.Call;
import dev.kept.http.HttpFunction;
import dev.kept.http.Reply;

/** GET /.well-known/jwks.json: the keys that verify receipts and checkpoints (RFC 7517). */
public final class ShowKeysHandler implements HttpFunction {
    private final PublicKeys keys;

    public ShowKeysHandler() {
        this(Wiring.fromEnvironment());
    }

    public ShowKeysHandler(Wiring wiring) {
        keys = wiring.publicKeys();
    }

    @Override
    public Reply answer(Call call) {
        return Reply.of(200, "application/jwk-set+json", keys.all().toString(true))
                .with("Cache-Control", "public, max-age=600");
    }
}
