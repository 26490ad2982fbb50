package dev.kept.console;

import dev.kept.Wiring;
import dev.kept.http.Call;
import dev.kept.http.Reply;
import dev.kept.page.Console;
import dev.kept.page.Site;
import dev.kept.page.StatisticRow;
import dev.kept.policy.Policy;
import dev.kept.retention.Statistics;
import dev.kept.staff.ConsoleFunction;
import dev.kept.staff.StaffMember;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** GET /staff/statistics: what is left of data that were anonymised. */
public final class ShowStatisticsHandler implements ConsoleFunction {
    private final Supplier<Site> site;
    private final Policy policy;
    private final Statistics statistics;

    /** What Lambda calls. */
    public ShowStatisticsHandler() {
        this(Wiring.fromEnvironment());
    }

    public ShowStatisticsHandler(Wiring wiring) {
        site = wiring::site;
        policy = wiring.policy();
        statistics = wiring.statistics();
    }

    @Override
    public Site site() {
        return site.get();
    }

    @Override
    public Reply answer(Call call) {
        StaffMember.reader(call);
        var figures = policy.categories().keySet().stream()
                .flatMap(category -> statistics.of(category).stream())
                .toList();
        return call.wantsPage()
                ? Reply.page(200, Console.statistics(frame(call), rows(call, figures)))
                : Reply.ok(Map.of(
                        "figures",
                        figures.stream().map(ShowStatisticsHandler::tree).toList()));
    }

    private List<StatisticRow> rows(Call call, List<Statistics.Figure> figures) {
        var language = frame(call).lang();
        return figures.stream()
                .map(figure -> new StatisticRow(
                        policy.category(figure.group().category()).title().in(language),
                        policy.systemTitle(figure.group().system(), language),
                        figure.group().year(),
                        figure.group().traits().entrySet().stream()
                                .map(trait -> trait.getKey() + ": " + trait.getValue())
                                .collect(Collectors.joining(", ")),
                        figure.people()))
                .toList();
    }

    private static Map<String, Object> tree(Statistics.Figure figure) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("category", figure.group().category());
        tree.put("system", figure.group().system());
        tree.put("year", figure.group().year());
        tree.put("traits", figure.group().traits());
        tree.put("people", figure.people());
        return tree;
    }
}
