package dev.kept.request;

import dev.kept.Wiring;
import dev.kept.http.Call;
import dev.kept.http.Reply;
import dev.kept.page.PagedFunction;
import dev.kept.page.Site;
import dev.kept.policy.Policy;
import dev.kept.policy.RequestKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** GET /requests/{requestId}: shows a request to the one who made it. */
public final class FollowRequestHandler implements PagedFunction {
    private final Supplier<Site> site;
    private final Policy policy;
    private final RequestFile file;
    private final Exhibits exhibits;

    /** What Lambda calls. */
    public FollowRequestHandler() {
        this(Wiring.fromEnvironment());
    }

    public FollowRequestHandler(Wiring wiring) {
        site = wiring::site;
        policy = wiring.policy();
        file = wiring.sealedFile();
        exhibits = wiring.exhibits();
    }

    @Override
    public Site site() {
        return site.get();
    }

    @Override
    public Reply answer(Call call) {
        var id = call.parameter("requestId");
        var token = FollowToken.of(call, id, file.links());
        var request = file.requests().require(id);
        if (!call.wantsPage()) {
            return Reply.ok(told(request, file.requests().steps(id), exhibits(request)));
        }
        var page = new FollowPage(policy, frame(call), request, token);
        return Reply.page(
                200,
                call.asked("new").isPresent()
                        ? page.received()
                        : page.follow(file.requests().steps(id), exhibits(request)));
    }

    private List<Exhibit> exhibits(Request request) {
        return request.kind() == RequestKind.CORRECTION ? exhibits.of(request.id()) : List.of();
    }

    private static Map<String, Object> told(Request request, List<RequestStep> steps, List<Exhibit> exhibits) {
        var told = new LinkedHashMap<String, Object>();
        told.put("requestId", request.id());
        told.put("kind", request.kind().word());
        told.put("state", request.state().word());
        told.put("received", request.received().toString());
        told.put("answerBy", request.due().strictDate().toString());
        request.due().extendedTo().ifPresent(date -> told.put("extendedTo", date.toString()));
        told.put(
                "steps",
                steps.stream()
                        .map(step -> Map.of("at", step.at().toString(), "step", step.step()))
                        .toList());
        if (request.kind() == RequestKind.CORRECTION) {
            told.put("evidence", exhibits.stream().map(Exhibit::tree).toList());
        }
        return told;
    }
}
