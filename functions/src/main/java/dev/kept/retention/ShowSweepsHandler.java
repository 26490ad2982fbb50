package dev.kept.retention;

import dev.kept.Wiring;
import dev.kept.http.Call;
import dev.kept.http.Json;
import dev.kept.http.ProblemFound;
import dev.kept.http.ProblemKind;
import dev.kept.http.Reply;
import dev.kept.page.CalendarView;
import dev.kept.page.Console;
import dev.kept.page.CountRow;
import dev.kept.page.Frame;
import dev.kept.page.RuleRow;
import dev.kept.page.Site;
import dev.kept.page.SweepCategory;
import dev.kept.page.SweepRow;
import dev.kept.page.SweepView;
import dev.kept.page.SweepsView;
import dev.kept.policy.Policy;
import dev.kept.staff.ConsoleFunction;
import dev.kept.staff.StaffMember;
import dev.kept.staff.StaffRole;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** GET /staff/sweeps: the last sweeps and the calendar of retention, or one day's sweep. */
public final class ShowSweepsHandler implements ConsoleFunction {
    private static final Set<StaffRole> APPROVING = EnumSet.of(StaffRole.APPROVER, StaffRole.DPO);

    private final Supplier<Site> site;
    private final Policy policy;
    private final SweepBook book;

    /** What Lambda calls. */
    public ShowSweepsHandler() {
        this(Wiring.fromEnvironment());
    }

    public ShowSweepsHandler(Wiring wiring) {
        site = wiring::site;
        policy = wiring.policy();
        book = wiring.sweepBook();
    }

    @Override
    public Site site() {
        return site.get();
    }

    @Override
    public Reply answer(Call call) {
        var who = StaffMember.reader(call);
        return call.asked("day").map(text -> one(call, who, day(text))).orElseGet(() -> all(call));
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException unreadable) {
            throw new ProblemFound(ProblemKind.INVALID_INPUT, "Give the day as in 2026-12-07.");
        }
    }

    private Reply one(Call call, StaffMember who, LocalDate day) {
        var swept = book.of(day).orElseThrow(ProblemFound::notFound);
        var entries = book.entries(day);
        if (!call.wantsPage()) {
            return Reply.ok(swept.toMap(entries));
        }
        var frame = frame(call);
        var categories = swept.due().entrySet().stream()
                .map(due -> row(frame, swept, due.getKey(), due.getValue()))
                .toList();
        var undated = swept.undated().entrySet().stream()
                .map(one -> new CountRow(policy.systemTitle(one.getKey(), frame.lang()), one.getValue()))
                .toList();
        return Reply.page(
                200,
                Console.sweep(
                        frame,
                        new SweepView(
                                day,
                                swept.state(),
                                swept.from(),
                                moment(swept.ended().orElse(null)),
                                swept.error().orElse(null),
                                categories,
                                swept.rules().stream()
                                        .map(change -> rule(frame, change))
                                        .toList(),
                                undated,
                                entries,
                                APPROVING.contains(who.role()) && book.isLast(day))));
    }

    private RuleRow rule(Frame frame, RuleChange change) {
        var category = policy.category(change.category());
        return new RuleRow(
                change.category(),
                title(frame, change.category()),
                RuleText.describe(change.inUse(), category, frame.lang()),
                RuleText.describe(change.wanted(), category, frame.lang()),
                change.sooner(),
                change.later(),
                change.atOnce());
    }

    private SweepCategory row(Frame frame, SweptDay swept, String category, int due) {
        return new SweepCategory(
                category,
                title(frame, category),
                due,
                swept.purged().getOrDefault(category, 0),
                swept.held().stream()
                        .filter(held -> held.category().equals(category))
                        .map(held -> new CountRow(frame.word("heldBack", held.reason()), held.count()))
                        .toList(),
                swept.waiting().getOrDefault(category, 0));
    }

    private Reply all(Call call) {
        var last = book.last();
        if (!call.wantsPage()) {
            return Reply.ok(Map.of(
                    "sweeps", last.stream().map(ShowSweepsHandler::summary).toList(), "calendar", calendar()));
        }
        var frame = frame(call);
        var rows = last.stream()
                .map(day -> new SweepRow(
                        day.day(),
                        day.state(),
                        SweptDay.sum(day.due()),
                        SweptDay.sum(day.purged()),
                        heldBack(day),
                        SweptDay.sum(day.waiting())))
                .toList();
        return Reply.page(200, Console.sweeps(frame, new SweepsView(rows, drawn(frame))));
    }

    private Map<String, Object> calendar() {
        var tree = new LinkedHashMap<>(book.calendar().orElse(Map.of()));
        tree.remove(CountDue.DAY);
        return tree;
    }

    private @Nullable CalendarView drawn(Frame frame) {
        return book.calendar().map(tree -> drawn(frame, tree)).orElse(null);
    }

    private CalendarView drawn(Frame frame, Map<String, Object> tree) {
        var counted = Json.child(tree, CountDue.PERIODS);
        var periods = new ArrayList<CalendarView.Period>();
        var first = YearMonth.from(LocalDate.parse(Json.string(tree, CountDue.DAY)));
        for (var month = first; month.isBefore(first.plusMonths(CountDue.MONTHS)); month = month.plusMonths(1)) {
            periods.add(new CalendarView.Period(
                    frame.word("month", "" + month.getMonthValue()) + " " + month.getYear(),
                    "%02d/%02d".formatted(month.getMonthValue(), month.getYear() % 100),
                    counts(frame, counted, month.toString())));
        }
        new TreeMap<>(counted)
                .keySet().stream()
                        .filter(period -> period.length() == 4)
                        .forEach(
                                year -> periods.add(new CalendarView.Period(year, year, counts(frame, counted, year))));
        var moment = Instant.parse(Json.string(tree, CountDue.COUNTED)).atZone(policy.zone());
        return new CalendarView(moment, List.copyOf(periods));
    }

    private List<CountRow> counts(Frame frame, Map<String, Object> counted, String period) {
        var counts = Json.child(counted, period);
        return counts.keySet().stream()
                .map(category -> new CountRow(title(frame, category), Json.number(counts, category)))
                .toList();
    }

    /** Such as "Support", or "Helpdesk: Support" for what another system holds. */
    private String title(Frame frame, String name) {
        var slash = name.indexOf('/');
        var category = name.substring(slash + 1);
        var known = policy.categories().get(category);
        var title = known == null ? category : known.title().in(frame.lang());
        return slash < 0
                ? title
                : frame.t("sweep.of", policy.systemTitle(name.substring(0, slash), frame.lang()), title);
    }

    private @Nullable ZonedDateTime moment(@Nullable Instant instant) {
        return instant == null ? null : instant.atZone(policy.zone());
    }

    private static int heldBack(SweptDay day) {
        return day.held().stream().mapToInt(SweptDay.Held::count).sum();
    }

    private static Map<String, Object> summary(SweptDay day) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("day", day.day().toString());
        tree.put("state", day.state());
        tree.put("due", SweptDay.sum(day.due()));
        tree.put("purged", SweptDay.sum(day.purged()));
        tree.put("heldBack", heldBack(day));
        tree.put("waiting", SweptDay.sum(day.waiting()));
        return tree;
    }
}
