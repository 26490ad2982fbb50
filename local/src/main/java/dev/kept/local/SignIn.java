package dev.kept.local;

import dev.kept.local.gateway.HttpAnswer;
import dev.kept.local.gateway.HttpCall;
import dev.kept.local.gateway.HttpHandling;
import dev.kept.local.identity.Ask;
import dev.kept.local.identity.IdentityProvider;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;

/** Serves the identity provider under its path of the one port. */
final class SignIn implements HttpHandling {
    private final IdentityProvider identity;
    private final String path;

    SignIn(IdentityProvider identity, URI issuer) {
        this.identity = identity;
        path = issuer.getPath();
    }

    @Override
    public HttpAnswer answer(HttpCall call) {
        var reply = identity.answer(new Ask(
                call.method(),
                call.rawPath().substring(path.length()),
                call.method().equals("POST") ? call.form() : call.parameters(),
                call.header("Accept-Language").orElse("")));
        var headers = new LinkedHashMap<String, List<String>>();
        reply.headers().forEach((name, value) -> headers.put(name, List.of(value)));
        return new HttpAnswer(reply.status(), headers, reply.body().getBytes(StandardCharsets.UTF_8));
    }
}
