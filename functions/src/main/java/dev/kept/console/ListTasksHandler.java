package dev.kept.console;

import dev.kept.Wiring;
import dev.kept.http.Call;
import dev.kept.http.Reply;
import dev.kept.page.Console;
import dev.kept.page.Site;
import dev.kept.page.TaskRow;
import dev.kept.page.TasksView;
import dev.kept.policy.Policy;
import dev.kept.request.Requests;
import dev.kept.staff.ConsoleFunction;
import dev.kept.staff.StaffMember;
import dev.kept.task.Task;
import dev.kept.task.Tasks;
import java.time.Clock;
import java.util.function.Supplier;

/** GET /staff/tasks: what waits for a decision, the earliest due first. */
public final class ListTasksHandler implements ConsoleFunction {
    private static final int PAGE = 25;

    private final Supplier<Site> site;
    private final Policy policy;
    private final Tasks tasks;
    private final Requests requests;
    private final Clock clock;

    /** What Lambda calls. */
    public ListTasksHandler() {
        this(Wiring.fromEnvironment());
    }

    public ListTasksHandler(Wiring wiring) {
        site = wiring::site;
        policy = wiring.policy();
        tasks = wiring.tasks();
        requests = wiring.requests();
        clock = wiring.clock();
    }

    @Override
    public Site site() {
        return site.get();
    }

    @Override
    public Reply answer(Call call) {
        StaffMember.reader(call);
        var page = tasks.open(call.asked("next"), PAGE);
        if (call.wantsPage()) {
            var view = new TasksView(
                    page.tasks().stream().map(this::row).toList(),
                    page.next().map(next -> "/staff/tasks?next=" + next).orElse(null));
            return Reply.page(200, Console.tasks(frame(call), view));
        }
        return Reply.ok(
                CaseJson.page("tasks", page.tasks().stream().map(CaseJson::row).toList(), page.next()));
    }

    private TaskRow row(Task task) {
        var request = requests.get(task.requestId());
        return new TaskRow(
                task.id(),
                task.kind(),
                request.id(),
                request.kind().word(),
                task.opened().atZone(policy.zone()),
                task.due().atZone(policy.zone()),
                TimeUsed.percent(request, clock.instant()));
    }
}
