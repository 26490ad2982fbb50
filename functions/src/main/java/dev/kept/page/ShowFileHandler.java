package dev.kept.page;

import dev.kept.Wiring;
import dev.kept.http.Call;
import dev.kept.http.Reply;
import dev.kept.policy.Policy;
import java.util.LinkedHashMap;

/**
 * GET of the files that browsers and programs fetch: what pages load, the description of the API, and the signal that
 * Global Privacy Control is honoured.
 */
public final class ShowFileHandler implements PagedFunction {
    /** Nothing behind a token is for search engines. */
    private static final String ROBOTS =
            "User-agent: *\nAllow: /requests/new\nDisallow: /requests/\nDisallow: /answers/\nDisallow: /staff\n";

    private final Site site;
    private final Policy policy;

    /** What Lambda calls. */
    public ShowFileHandler() {
        this(Wiring.fromEnvironment());
    }

    public ShowFileHandler(Wiring wiring) {
        site = wiring.site();
        policy = wiring.policy();
    }

    @Override
    public Site site() {
        return site;
    }

    @Override
    public Reply answer(Call call) {
        return switch (call.path()) {
            case "/openapi.json" -> site.files().reply(call, "openapi.json");
            case "/.well-known/gpc.json" -> forAnHour(globalPrivacyControl());
            case "/robots.txt" -> forAnHour(Reply.of(200, "text/plain; charset=utf-8", ROBOTS));
            default -> site.files().reply(call);
        };
    }

    private Reply globalPrivacyControl() {
        var signal = new LinkedHashMap<String, Object>();
        signal.put("gpc", true);
        signal.put("lastUpdate", policy.effective().toString());
        return Reply.ok(signal);
    }

    private static Reply forAnHour(Reply reply) {
        return reply.with("Cache-Control", "public, max-age=3600");
    }
}
