package dev.kept.hold;

import dev.kept.Wiring;
import dev.kept.http.Call;
import dev.kept.http.Reply;
import dev.kept.page.Console;
import dev.kept.page.HoldRow;
import dev.kept.page.HoldsView;
import dev.kept.page.OptionItem;
import dev.kept.page.Site;
import dev.kept.policy.Category;
import dev.kept.policy.Policy;
import dev.kept.staff.ConsoleFunction;
import dev.kept.staff.StaffMember;
import dev.kept.staff.StaffRole;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** GET /staff/holds: the legal holds in force, the earliest review first. */
public final class ListHoldsHandler implements ConsoleFunction {
    private final Supplier<Site> site;
    private final Policy policy;
    private final Holds holds;
    private final Clock clock;

    /** What Lambda calls. */
    public ListHoldsHandler() {
        this(Wiring.fromEnvironment());
    }

    public ListHoldsHandler(Wiring wiring) {
        site = wiring::site;
        policy = wiring.policy();
        holds = wiring.holds();
        clock = wiring.clock();
    }

    @Override
    public Site site() {
        return site.get();
    }

    @Override
    public Reply answer(Call call) {
        var who = StaffMember.reader(call);
        var all = holds.all();
        if (!call.wantsPage()) {
            return Reply.ok(
                    Map.of("holds", all.stream().map(ListHoldsHandler::tree).toList()));
        }
        var frame = frame(call);
        var today = LocalDate.ofInstant(clock.instant(), policy.zone());
        var rows = all.stream()
                .map(hold -> new HoldRow(
                        hold.id(),
                        titles(hold, frame.lang()),
                        hold.reason(),
                        hold.authority(),
                        hold.placedBy(),
                        hold.placedAt().atZone(policy.zone()),
                        hold.reviewBy(),
                        !hold.reviewBy().isAfter(today)))
                .toList();
        var options = policy.categories().values().stream()
                .map(category ->
                        new OptionItem(category.name(), category.title().in(frame.lang())))
                .toList();
        var may = who.role() == StaffRole.APPROVER || who.role() == StaffRole.DPO;
        return Reply.page(200, Console.holds(frame, new HoldsView(rows, options, may)));
    }

    private List<String> titles(Hold hold, String language) {
        return hold.categories().stream()
                .map(policy::category)
                .map(Category::title)
                .map(title -> title.in(language))
                .toList();
    }

    private static Map<String, Object> tree(Hold hold) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("holdId", hold.id());
        tree.put("categories", hold.categories());
        tree.put("reason", hold.reason());
        tree.put("authority", hold.authority());
        tree.put("placedBy", hold.placedBy());
        tree.put("placedAt", hold.placedAt().toString());
        tree.put("reviewBy", hold.reviewBy().toString());
        return tree;
    }
}
