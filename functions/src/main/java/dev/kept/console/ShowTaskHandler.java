package dev.kept.console;

import dev.kept.Wiring;
import dev.kept.http.Call;
import dev.kept.http.ProblemFound;
import dev.kept.http.Reply;
import dev.kept.page.Console;
import dev.kept.page.Site;
import dev.kept.policy.Policy;
import dev.kept.request.RequestState;
import dev.kept.staff.ConsoleFunction;
import dev.kept.staff.StaffMember;
import dev.kept.staff.StaffRole;
import dev.kept.task.Decision;
import dev.kept.task.Grounds;
import dev.kept.task.Task;
import dev.kept.task.Tasks;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** GET /staff/tasks/{taskId}: a task with all that its decision needs. */
public final class ShowTaskHandler implements ConsoleFunction {
    /** A task that is no decision about a request: something to be done and reported. */
    private static final String ERRAND = "tell-recipient";

    private final Supplier<Site> site;
    private final Policy policy;
    private final Tasks tasks;
    private final CaseFiles files;
    private final Grounds grounds;

    /** What Lambda calls. */
    public ShowTaskHandler() {
        this(Wiring.fromEnvironment());
    }

    public ShowTaskHandler(Wiring wiring) {
        site = wiring::site;
        policy = wiring.policy();
        tasks = wiring.tasks();
        files = wiring.caseFiles();
        grounds = wiring.grounds();
    }

    @Override
    public Site site() {
        return site.get();
    }

    @Override
    public Reply answer(Call call) {
        var reader = StaffMember.reader(call);
        var task = tasks.find(call.parameter("taskId")).orElseThrow(ProblemFound::notFound);
        var file = files.of(task.requestId(), reader);
        if (!call.wantsPage()) {
            return Reply.ok(CaseJson.task(file, task, grounds));
        }
        var frame = frame(call);
        var view = new CasePage(policy, grounds, frame).of(file, decidable(task, file, reader));
        return Reply.page(200, Console.file(frame, view));
    }

    /** What is done by hand is done when the request is decided, and were it late. */
    private static Set<RequestState> states(Task task) {
        return task.may().contains(Decision.DONE)
                ? EnumSet.of(RequestState.CARRYING_OUT, RequestState.ANSWERED)
                : EnumSet.of(RequestState.DECIDING);
    }

    private static Optional<Task> decidable(Task task, CaseFile file, StaffMember reader) {
        return task.decided().isEmpty()
                        && (task.kind().equals(ERRAND)
                                || states(task).contains(file.request().state()))
                        && reader.role() != StaffRole.AUDITOR
                ? Optional.of(task)
                : Optional.empty();
    }
}
