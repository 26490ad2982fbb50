package dev.kept.closing;

import dev.kept.Wiring;
import dev.kept.clock.ExitMode;
import dev.kept.http.Call;
import dev.kept.http.Problem;
import dev.kept.http.ProblemFound;
import dev.kept.http.ProblemKind;
import dev.kept.http.Repetitions;
import dev.kept.http.Reply;
import dev.kept.intake.FilledForm;
import dev.kept.page.PagedFunction;
import dev.kept.page.Pages;
import dev.kept.page.PolicyViews;
import dev.kept.page.Site;
import dev.kept.person.Personal;
import dev.kept.policy.Field;
import dev.kept.policy.Form;
import dev.kept.policy.Policy;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** POST /forms/cancellation: a person cancels her account, and still has to confirm that it is hers. */
public final class RequestCancellationHandler implements PagedFunction {
    private static final String FORM = "cancellation";

    private final Supplier<Site> site;
    private final Policy policy;
    private final Calendar calendar;
    private final CancelAccount cancel;
    private final Repetitions repetitions;

    /** What Lambda calls. */
    public RequestCancellationHandler() {
        this(Wiring.fromEnvironment());
    }

    public RequestCancellationHandler(Wiring wiring) {
        site = wiring::site;
        policy = wiring.policy();
        calendar = wiring.closingCalendar();
        cancel = wiring.cancelAccount();
        repetitions = wiring.repetitions();
    }

    @Override
    public Site site() {
        return site.get();
    }

    @Override
    public Optional<String> corrected(Problem problem, Call call) {
        var frame = frame(call);
        var views = new PolicyViews(policy, frame.texts().language());
        return policy.form(FORM)
                .filter(form -> problem.kind() == ProblemKind.INVALID_INPUT)
                .map(form -> Pages.form(frame, views.form(form, problem.fields())));
    }

    @Override
    public Reply answer(Call call) {
        var form = policy.form(FORM).orElseThrow(ProblemFound::notFound);
        return repetitions.once(call, () -> {
            var filled = FilledForm.read(form, policy, call);
            var cancelled = cancel.ask(read(form, filled), new Personal(call.sender()));
            var id = cancelled.request().id();
            return call.wantsPage()
                    ? Reply.seeOther(frame(call).to("/requests/" + id + "?new=yes&token=" + cancelled.followToken()))
                    : Reply.created(told(filled, cancelled));
        });
    }

    private CancelAccount.Order read(Form form, FilledForm filled) {
        var effective = Optional.ofNullable(filled.fields().get("effective"))
                .map(LocalDate::parse)
                .orElseGet(calendar::today);
        if (!calendar.allows(effective)) {
            throw wrong("An account ends today or later, and not later than the policy allows.", "effective");
        }
        return new CancelAccount.Order(
                filled.identifiers().stream()
                        .findFirst()
                        .orElseThrow(() -> wrong("Say whose account it is.", identifying(form))),
                filled.language(),
                effective,
                mode(filled.fields().get("wish")),
                new Personal(filled.fields().getOrDefault("reason", "")));
    }

    private static String identifying(Form form) {
        return form.fields().stream()
                .filter(field -> field.identifier() != null)
                .map(Field::name)
                .findFirst()
                .orElseThrow();
    }

    private static ProblemFound wrong(String detail, String field) {
        return new ProblemFound(
                new Problem(ProblemKind.INVALID_INPUT, detail, List.of("fields." + field), 0, Map.of()));
    }

    private static ExitMode mode(@Nullable String wish) {
        return wish == null ? ExitMode.SILENT : wish.equals("erase-now") ? ExitMode.ERASE_NOW : ExitMode.SWITCH;
    }

    /** What every form answers, and how this one is followed. */
    private Map<String, Object> told(FilledForm filled, CancelAccount.Cancelled cancelled) {
        var told = new LinkedHashMap<String, Object>();
        told.put("form", FORM);
        told.put("policy", Map.of("id", policy.id(), "version", policy.version()));
        told.put("collected", List.copyOf(filled.fields().keySet()));
        told.put("notice", "/notices/" + FORM);
        told.put("requestId", cancelled.request().id());
        told.put("received", cancelled.request().received().toString());
        told.put("purgeBy", cancelled.request().due().strictDate().toString());
        told.put("followToken", cancelled.followToken());
        return told;
    }
}
