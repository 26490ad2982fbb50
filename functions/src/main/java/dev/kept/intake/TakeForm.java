package dev.kept.intake;

import dev.kept.http.Call;
import dev.kept.http.Problem;
import dev.kept.http.ProblemKind;
import dev.kept.http.Repetitions;
import dev.kept.http.Reply;
import dev.kept.page.Pages;
import dev.kept.page.PolicyViews;
import dev.kept.page.Site;
import dev.kept.policy.Policy;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Answers the call that a form makes: what was collected and where its notice is, or a page of thanks. */
public final class TakeForm {
    private final Policy policy;
    private final CollectForm collect;
    private final Repetitions repetitions;
    private final Supplier<Site> site;

    public TakeForm(Policy policy, CollectForm collect, Repetitions repetitions, Supplier<Site> site) {
        this.policy = policy;
        this.collect = collect;
        this.repetitions = repetitions;
        this.site = site;
    }

    Reply take(String form, Call call) {
        return repetitions.once(call, () -> {
            var collected = collect.collect(form, call);
            return call.wantsPage() ? thanks(collected, call) : Reply.created(told(collected));
        });
    }

    /** The form again, its faults named. What was typed is filled in by the browser, where it never left. */
    Optional<String> corrected(String formName, Problem problem, Call call) {
        var frame = site.get().frame(call);
        var views = new PolicyViews(policy, frame.texts().language());
        return policy.form(formName)
                .filter(form -> problem.kind() == ProblemKind.INVALID_INPUT)
                .map(form -> Pages.form(frame, views.form(form, problem.fields())));
    }

    private Reply thanks(Collected collected, Call call) {
        var address = "/forms/" + collected.form() + "/thanks?collected=" + String.join(",", collected.fields());
        return Reply.seeOther(site.get().frame(call).to(address));
    }

    private Map<String, Object> told(Collected collected) {
        var told = new LinkedHashMap<String, Object>();
        told.put("form", collected.form());
        told.put("policy", Map.of("id", policy.id(), "version", policy.version()));
        told.put("collected", collected.fields());
        told.put("notice", "/notices/" + collected.form());
        return told;
    }
}
