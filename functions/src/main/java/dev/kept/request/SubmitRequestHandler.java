package dev.kept.request;

import dev.kept.Wiring;
import dev.kept.http.Call;
import dev.kept.http.Input;
import dev.kept.http.Problem;
import dev.kept.http.ProblemKind;
import dev.kept.http.Repetitions;
import dev.kept.http.Reply;
import dev.kept.page.PagedFunction;
import dev.kept.page.Pages;
import dev.kept.page.PolicyViews;
import dev.kept.page.Site;
import dev.kept.policy.Policy;
import dev.kept.policy.RequestKind;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** POST /requests: writes down what a person asks for and starts the workflow that answers it. */
public final class SubmitRequestHandler implements PagedFunction {
    private final Supplier<Site> site;
    private final SubmitRequest submit;
    private final Repetitions repetitions;
    private final Policy policy;
    private final Set<RequestKind> offered;

    /** What Lambda calls. */
    public SubmitRequestHandler() {
        this(Wiring.fromEnvironment());
    }

    public SubmitRequestHandler(Wiring wiring) {
        site = wiring::site;
        submit = wiring.submitRequest();
        repetitions = wiring.repetitions();
        policy = wiring.policy();
        offered = wiring.carriedOut();
    }

    @Override
    public Site site() {
        return site.get();
    }

    @Override
    public Reply answer(Call call) {
        return repetitions.once(call, () -> {
            var submitted = submit.submit(call);
            if (!submitted.withinLimit()) {
                return tooMany(submitted, call);
            }
            return call.wantsPage()
                    ? Reply.seeOther(frame(call)
                            .to("/requests/" + submitted.request().id() + "?new=yes&token=" + submitted.followToken()))
                    : Reply.accepted(told(submitted));
        });
    }

    /** The form again, its faults named. What was typed is filled in by the browser, where it never left. */
    @Override
    public Optional<String> corrected(Problem problem, Call call) {
        if (problem.kind() != ProblemKind.INVALID_INPUT) {
            return Optional.empty();
        }
        var frame = frame(call);
        var views = new PolicyViews(policy, frame.texts().language(), offered);
        var kind = Input.of(call).optional("kind", 20).orElse(null);
        return Optional.of(Pages.requestForm(frame, views.request(kind, problem.fields())));
    }

    /**
     * Too many at once, and still: the request is stored, and the caller gets all that is needed to follow it. Answered
     * and not thrown, since a repetition under the same key must not be stored a second time.
     */
    private Reply tooMany(SubmitRequest.Submitted submitted, Call call) {
        var wait = Duration.between(submitted.request().received(), submitted.mailFrom());
        var seconds = (int) Math.max(1, wait.toSeconds());
        if (call.wantsPage()) {
            var page = new FollowPage(policy, frame(call), submitted.request(), submitted.followToken());
            return Reply.page(ProblemKind.TOO_MANY_REQUESTS.status(), page.held(submitted.mailFrom()))
                    .with("Retry-After", Integer.toString(seconds));
        }
        return Reply.problem(
                new Problem(
                        ProblemKind.TOO_MANY_REQUESTS,
                        "This request is stored and its time runs; do not send it again. The message that confirms it "
                                + "goes out within the hour after Retry-After. Follow it with the followToken.",
                        List.of(),
                        seconds,
                        told(submitted)),
                call.id());
    }

    private static Map<String, Object> told(SubmitRequest.Submitted submitted) {
        var told = new LinkedHashMap<String, Object>();
        told.put("requestId", submitted.request().id());
        told.put("received", submitted.request().received().toString());
        told.put("answerBy", submitted.request().due().strictDate().toString());
        told.put("followToken", submitted.followToken());
        return told;
    }
}
