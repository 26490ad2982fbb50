package dev.kept.intake;

import dev.kept.http.Call;
import dev.kept.http.Repetitions;
import dev.kept.http.Reply;
import dev.kept.policy.Policy;
import java.util.LinkedHashMap;
import java.util.Map;

/** Answers the call that a form makes: what was collected and where its notice is, or a page of thanks. */
public final class TakeForm {
    private final Policy policy;
    private final CollectForm collect;
    private final Repetitions repetitions;

    public TakeForm(Policy policy, CollectForm collect, Repetitions repetitions) {
        this.policy = policy;
        this.collect = collect;
        this.repetitions = repetitions;
    }

    Reply take(String form, Call call) {
        return repetitions.once(call, () -> {
            var collected = collect.collect(form, call);
            return call.wantsPage() ? Reply.seeOther("/forms/" + form + "/thanks") : Reply.created(told(collected));
        });
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
