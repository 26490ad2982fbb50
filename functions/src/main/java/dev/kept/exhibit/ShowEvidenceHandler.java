package dev.kept.exhibit;

import dev.kept.Wiring;
import dev.kept.http.Call;
import dev.kept.http.ProblemFound;
import dev.kept.http.Reply;
import dev.kept.page.Console;
import dev.kept.page.EvidenceFileView;
import dev.kept.page.InlineImages;
import dev.kept.page.Site;
import dev.kept.policy.Policy;
import dev.kept.staff.ConsoleFunction;
import dev.kept.staff.StaffMember;
import dev.kept.staff.StaffRole;
import java.util.Base64;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * GET /staff/requests/{requestId}/evidence/{number}: a file that the person added. The opened file goes no further than
 * this answer: a program gets it in base64, a browser within a page.
 */
public final class ShowEvidenceHandler implements ConsoleFunction {
    /** As with everything that a person typed, auditors do not see it. */
    private static final Set<StaffRole> ALLOWED = EnumSet.complementOf(EnumSet.of(StaffRole.AUDITOR));

    private final Supplier<Site> site;
    private final Policy policy;
    private final ShowEvidence show;

    /** What Lambda calls. */
    public ShowEvidenceHandler() {
        this(Wiring.fromEnvironment());
    }

    public ShowEvidenceHandler(Wiring wiring) {
        site = wiring::site;
        policy = wiring.policy();
        show = wiring.showEvidence();
    }

    @Override
    public Site site() {
        return site.get();
    }

    @Override
    public Reply answer(Call call) {
        var reader = StaffMember.of(call, ALLOWED);
        var id = call.parameter("requestId");
        var shown = show.show(id, number(call.parameter("number")), reader);
        return call.wantsPage() ? page(call, id, shown) : Reply.ok(tree(shown));
    }

    private Reply page(Call call, String requestId, ShowEvidence.Shown shown) {
        var exhibit = shown.exhibit();
        var view = new EvidenceFileView(
                requestId,
                exhibit.number(),
                exhibit.type().word(),
                exhibit.bytes(),
                exhibit.added().atZone(policy.zone()),
                exhibit.name(),
                exhibit.type().isImage(),
                "data:" + exhibit.type().mediaType() + ";base64," + base64(shown));
        return InlineImages.allow(Reply.page(200, Console.evidence(frame(call), view)));
    }

    private static Map<String, Object> tree(ShowEvidence.Shown shown) {
        var tree = new LinkedHashMap<>(shown.exhibit().tree());
        tree.put("name", shown.exhibit().name());
        tree.put("content", base64(shown));
        return tree;
    }

    private static String base64(ShowEvidence.Shown shown) {
        return Base64.getEncoder().encodeToString(shown.content());
    }

    private static int number(String text) {
        if (!text.matches("[1-9]")) {
            throw ProblemFound.notFound();
        }
        return Integer.parseInt(text);
    }
}
