package dev.kept.page;

import dev.kept.Wiring;
import dev.kept.http.Call;
import dev.kept.http.ProblemFound;
import dev.kept.http.ProblemKind;
import dev.kept.http.Reply;
import dev.kept.policy.Policy;
import dev.kept.policy.RequestKind;
import java.util.List;
import java.util.Set;

/** GET of the pages that follow from the policy alone: the start, the forms, the request form, the problems. */
public final class ShowPageHandler implements PagedFunction {
    private final Site site;
    private final Policy policy;
    private final Set<RequestKind> offered;

    /** What Lambda calls. */
    public ShowPageHandler() {
        this(Wiring.fromEnvironment());
    }

    public ShowPageHandler(Wiring wiring) {
        site = wiring.site();
        policy = wiring.policy();
        offered = wiring.carriedOut();
    }

    @Override
    public Site site() {
        return site;
    }

    @Override
    public Reply answer(Call call) {
        var frame = site.frame(call);
        var views = new PolicyViews(policy, frame.texts().language(), offered);
        var steps = call.path().split("/", -1);
        var page = switch (steps[1]) {
            case "" -> Pages.home(frame, views.home());
            case "forms" -> form(call, frame, views, steps.length > 3);
            case "requests" ->
                Pages.requestForm(frame, views.request(call.asked("kind").orElse(null), List.of()));
            case "problems" -> steps.length > 2 ? Pages.problemKind(frame, kind(call)) : Pages.problems(frame);
            default -> throw ProblemFound.notFound();
        };
        return Reply.page(200, page);
    }

    private String form(Call call, Frame frame, PolicyViews views, boolean sent) {
        var form = policy.form(call.parameter("form")).orElseThrow(ProblemFound::notFound);
        if (!sent) {
            return Pages.form(frame, views.form(form, List.of()));
        }
        var collected = List.of(call.asked("collected").orElse("").split(","));
        return Pages.thanks(frame, views.thanks(form, collected));
    }

    private static ProblemKind kind(Call call) {
        var slug = call.parameter("kind");
        for (var kind : ProblemKind.values()) {
            if (kind.slug().equals(slug)) {
                return kind;
            }
        }
        throw ProblemFound.notFound();
    }
}
