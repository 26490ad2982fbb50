package dev.kept.page;

import dev.kept.Wiring;
import dev.kept.http.Call;
import dev.kept.http.ProblemFound;
import dev.kept.http.ProblemKind;
import dev.kept.http.Reply;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/**
 * GET of the pages that links in messages open, and of those after their buttons. Nothing is looked up and nothing is
 * used up: whatever follows links by itself, such as a mail scanner, learns and changes nothing.
 */
public final class OpenLinkHandler implements PagedFunction {
    private final Supplier<Site> site;

    /** What Lambda calls. */
    public OpenLinkHandler() {
        this(Wiring.fromEnvironment());
    }

    public OpenLinkHandler(Wiring wiring) {
        site = wiring::site;
    }

    @Override
    public Site site() {
        return site.get();
    }

    @Override
    public Reply answer(Call call) {
        var frame = frame(call);
        var last = call.path().substring(call.path().lastIndexOf('/') + 1);
        if (call.path().startsWith("/consents/")) {
            return Reply.page(200, consent(last, frame, call));
        }
        var id = call.parameter("requestId");
        var page = switch (last) {
            case "confirmation" -> Pages.confirm(frame, new ConfirmView(id, token(call)));
            case "confirmed" -> Pages.confirmed(frame, new ConfirmedView(id));
            case "renewed" -> Pages.renewed(frame);
            case "withdrawal" -> Pages.withdraw(frame, new WithdrawView(id, token(call), follow(id, call)));
            case "contest" -> Pages.contest(frame, new ContestView(id, token(call)));
            case "contested" -> Pages.contested(frame);
            case "reinstatement" -> Pages.exit(frame, new ExitView(id, token(call), "reinstatement"));
            case "erasure" -> Pages.exit(frame, new ExitView(id, token(call), "erasure"));
            case "reinstated", "erasing" -> Pages.exitDone(frame, last);
            case "identity" -> Pages.identity(frame, new IdentityView(id, token(call), false));
            case "answered" -> Pages.identityReceived(frame);
            default -> throw ProblemFound.notFound();
        };
        return Reply.page(200, page);
    }

    private static String consent(String page, Frame frame, Call call) {
        return page.equals("confirmed")
                ? Pages.consented(frame)
                : Pages.consent(frame, new ConsentView(call.parameter("consentId"), token(call)));
    }

    private static String token(Call call) {
        return call.asked("token")
                .orElseThrow(() -> new ProblemFound(
                        ProblemKind.LINK_EXPIRED, "Open the whole link of the message; its end is missing."));
    }

    private static String follow(String id, Call call) {
        return "/requests/" + id + "?token=" + URLEncoder.encode(token(call), StandardCharsets.UTF_8);
    }
}
