package dev.kept.page;

import dev.kept.http.Call;
import dev.kept.http.ProblemKind;
import dev.kept.policy.Policy;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Every page with contents as they occur, for the tests and for looking at. */
final class Samples {
    static final String REFERENCE = "01JD8Q6Z7M3XK5V9T2RB4N0WYC";
    static final ZonedDateTime RECEIVED = ZonedDateTime.of(2026, 11, 3, 9, 5, 0, 0, ZoneId.of("Europe/Paris"));
    static final LocalDate ANSWER_BY = LocalDate.of(2026, 12, 3);
    /** A grey square. */
    private static final String IMAGE =
            "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAMgAAACMCAAAAAAc+rk4AAAAiElEQVR42u3PQREAAAwCIPuXsKol9tpBA9InIiIiIiIiIiIiIiIiIiIiIiIiIiIiIiIiIiIiIiIiIiIiIiIiIiIiIiIiIiIiIiIiIiIiIiIiIiIiIiIiIiIiIiIiIiIiIiIiIiIiIiIiIiIiIiIiIiIiIiIiIiIiIiIiIiIiIiIiIiIiIiIicmdMtPKOiP7QKgAAAABJRU5ErkJggg==";

    private static final Staff AGNES = new Staff("Agnès Morel", "dpo");

    final Policy policy = Policy.load("faveo-helpdesk");
    private final Site site = Site.of(policy, new StaticFiles());
    private final Language language;
    private final String value;

    /** Samples in that language, whose values that somebody typed are {@code value}. */
    Samples(Language language, String value) {
        this.language = language;
        this.value = value;
    }

    Site site() {
        return site;
    }

    Frame frame() {
        return site.frame(call());
    }

    private Frame staffFrame() {
        return site.frame(call(), AGNES);
    }

    private Call call() {
        var query = Map.of("lang", language.code(), "token", value);
        return new Call("GET", "/", Map.of(), query, Map.of(), "", "3f6f-12", "", Map.of());
    }

    /** The HTML of every page, by name. */
    Map<String, String> pages() {
        var pages = new LinkedHashMap<String, String>();
        publicPages(pages);
        requestPages(pages);
        consolePages(pages);
        return pages;
    }

    String page(String name) {
        return pages().getOrDefault(name, "");
    }

    private void publicPages(Map<String, String> pages) {
        var frame = frame();
        var views = new PolicyViews(policy, language);
        pages.put("home", Pages.home(frame, views.home()));
        policy.forms().values().forEach(form -> {
            pages.put("form-" + form.name(), Pages.form(frame, views.form(form, List.of())));
            pages.put("notice-" + form.name(), Pages.notice(frame, views.notice(form)));
        });
        var first = policy.forms().values().iterator().next();
        var names =
                first.fields().stream().map(field -> "fields." + field.name()).toList();
        var faults = new ArrayList<>(names.subList(0, 2));
        faults.add("fields.<script>");
        pages.put("form-faults", Pages.form(frame, views.form(first, faults)));
        pages.put("thanks", Pages.thanks(frame, views.thanks(first, List.of("email", "name"))));
        pages.put("policy", Pages.policy(frame, views.policy()));
        pages.put("problems", Pages.problems(frame));
        for (var kind : ProblemKind.values()) {
            pages.put("problem-" + kind.slug(), Pages.problemKind(frame, kind));
            pages.put("met-" + kind.slug(), Pages.problem(frame, new ProblemView(kind, List.of(), "3f6f-12")));
        }
        pages.put(
                "met-fields",
                Pages.problem(
                        frame, new ProblemView(ProblemKind.INVALID_INPUT, List.of("fields.email", value), "3f6f-12")));
    }

    private void requestPages(Map<String, String> pages) {
        var frame = frame();
        var views = new PolicyViews(policy, language);
        pages.put("request", Pages.requestForm(frame, views.request(null, List.of())));
        for (var right : policy.rights()) {
            var kind = right.kind().word();
            pages.put("request-" + kind, Pages.requestForm(frame, views.request(kind, List.of())));
        }
        pages.put(
                "request-faults",
                Pages.requestForm(frame, views.request("access", List.of("identifier.value", value))));
        var follow = "/requests/" + REFERENCE + "?token=abc";
        pages.put(
                "received",
                Pages.received(frame, new RequestReceivedView(REFERENCE, "access", RECEIVED, ANSWER_BY, null, follow)));
        pages.put(
                "received-held",
                Pages.received(
                        frame, new RequestReceivedView(REFERENCE, "access", RECEIVED, ANSWER_BY, RECEIVED, follow)));
        pages.put("confirm", Pages.confirm(frame, new ConfirmView(REFERENCE, value)));
        pages.put("confirmed", Pages.confirmed(frame, new ConfirmedView(REFERENCE)));
        pages.put("renewed", Pages.renewed(frame));
        pages.put("expired", Pages.expired(frame, LinkExpiredView.FOR_GOOD));
        pages.put("expired-renew", Pages.expired(frame, new LinkExpiredView("/requests/x/confirmation-link", value)));
        for (var state : BoardView.STATES) {
            pages.put("follow-" + state, Pages.follow(frame, follow(state)));
        }
        for (var kind : ProblemKind.values()) {
            if (frame.texts().all().containsKey("refusedfile." + kind.slug())) {
                pages.put("evidence-" + kind.slug(), Pages.evidenceRefused(frame, kind));
            }
        }
        for (var choice : List.of("reinstatement", "erasure")) {
            pages.put("exit-" + choice, Pages.exit(frame, new ExitView(REFERENCE, value, choice)));
        }
        for (var decided : List.of("reinstated", "erasing")) {
            pages.put("exit-" + decided, Pages.exitDone(frame, decided));
        }
        pages.put("contest", Pages.contest(frame, new ContestView(REFERENCE, value)));
        pages.put("contested", Pages.contested(frame));
        pages.put("consent", Pages.consent(frame, new ConsentView(REFERENCE, value)));
        pages.put("consented", Pages.consented(frame));
        pages.put("withdraw", Pages.withdraw(frame, new WithdrawView(REFERENCE, value, follow)));
        pages.put("answer", Pages.answer(frame, new AnswerView(REFERENCE, value)));
        pages.put("identity", Pages.identity(frame, identity(false)));
        pages.put("identity-faults", Pages.identity(frame, identity(true)));
        pages.put("identity-received", Pages.identityReceived(frame));
    }

    private IdentityView identity(boolean faulty) {
        return new IdentityView(REFERENCE, value, faulty);
    }

    private @Nullable EvidenceForm evidence(String state) {
        return switch (state) {
            case "received" -> new EvidenceForm(List.of(), 5, value);
            case "deciding" -> new EvidenceForm(files().subList(0, 2), 3, value);
            case "confirmed" -> new EvidenceForm(files(), 0, value);
            default -> null;
        };
    }

    private static List<EvidenceItem> files() {
        return List.of(
                new EvidenceItem(1, "pdf", 240_000, RECEIVED.plusMinutes(5)),
                new EvidenceItem(2, "jpeg", 2_940_000, RECEIVED.plusMinutes(7)),
                new EvidenceItem(3, "png", 312, RECEIVED.plusMinutes(9)));
    }

    private FollowView follow(String state) {
        var steps = List.of(
                new StepItem(RECEIVED, "received"),
                new StepItem(RECEIVED.plusMinutes(1), "confirmation-sent"),
                new StepItem(RECEIVED.plusHours(2), "confirmed"),
                new StepItem(RECEIVED.plusDays(1), "deciding"));
        var done = state.equals("answered");
        return new FollowView(
                REFERENCE,
                "access",
                state,
                RECEIVED,
                ANSWER_BY,
                done ? ANSWER_BY.plusMonths(2) : null,
                steps,
                evidence(state),
                done ? null : "/requests/" + REFERENCE + "/withdrawal?token=abc",
                done ? "/requests/" + REFERENCE + "/receipt?token=abc" : null);
    }

    private void consolePages(Map<String, String> pages) {
        var frame = staffFrame();
        pages.put("sign-in", Console.signIn(frame(), new SignInView("/staff/sign-in", true)));
        pages.put("tasks", Console.tasks(frame, new TasksView(tasks(), "/staff/tasks?next=2")));
        pages.put("cancellations", Console.cancellations(frame, cancellations(value)));
        pages.put("sweeps", Console.sweeps(frame, new SweepsView(sweeps(), calendar(value))));
        pages.put("sweeps-none", Console.sweeps(frame, new SweepsView(List.of(), null)));
        pages.put("sweep", Console.sweep(frame, sweep(value, "waiting", null)));
        pages.put("sweep-failed", Console.sweep(frame, sweep(value, "failed", "SystemUnavailable")));
        pages.put("holds", Console.holds(frame, holds(value)));
        pages.put("rehearsal", Console.rehearsal(frame, rehearsal(value)));
        pages.put("rehearsal-faulty", Console.rehearsal(frame, RehearsalView.FAULTY));
        pages.put(
                "statistics",
                Console.statistics(frame, List.of(new StatisticRow("Support", value, 2026, "channel: email", 40))));
        pages.put("statistics-none", Console.statistics(frame, List.of()));
        pages.put("tasks-none", Console.tasks(frame, new TasksView(List.of(), null)));
        pages.put("task", Console.file(frame, file(decision())));
        pages.put("file", Console.file(frame, file(null)));
        pages.put("evidence", Console.evidence(frame, evidence("jpeg", IMAGE)));
        pages.put("evidence-pdf", Console.evidence(frame, evidence("pdf", "data:application/pdf;base64,JVBERi0=")));
        pages.put("board", Console.board(frame, new BoardView("", rows(), "/staff/requests?next=2")));
        pages.put("board-none", Console.board(frame, new BoardView("failed", List.of(), null)));
        pages.put("ledger", Console.ledger(frame, ledger(null)));
        pages.put("ledger-broken", Console.ledger(frame, ledger(417L)));
    }

    private static List<SweepRow> sweeps() {
        var day = RECEIVED.toLocalDate();
        return List.of(
                new SweepRow(day, "purging", 0, 0, 0, 0),
                new SweepRow(day.minusDays(1), "waiting", 620, 312, 8, 300),
                new SweepRow(day.minusDays(2), "finished", 41, 40, 1, 0),
                new SweepRow(day.minusDays(3), "missed", 0, 0, 0, 0),
                new SweepRow(day.minusDays(4), "failed", 7, 0, 0, 0));
    }

    private static CalendarView calendar(String value) {
        var month = new CalendarView.Period(
                "décembre 2026", "12/26", List.of(new CountRow(value, 310), new CountRow("Contact", 4)));
        var empty = new CalendarView.Period("janvier 2027", "01/27", List.of());
        return new CalendarView(
                RECEIVED,
                List.of(month, empty, new CalendarView.Period("2030", "2030", List.of(new CountRow(value, 2)))));
    }

    private static SweepView sweep(String value, String state, @Nullable String error) {
        var day = RECEIVED.toLocalDate();
        return new SweepView(
                day,
                state,
                day.minusDays(9),
                error == null ? RECEIVED : null,
                error,
                List.of(
                        new SweepCategory("connection", value, 320, 312, List.of(new CountRow("gel juridique", 8)), 0),
                        new SweepCategory("helpdesk-tickets/support", "Support", 300, 0, List.of(), 300)),
                List.of(new RuleRow("connection", value, value, value, 3, 120, 7)),
                List.of(new CountRow(value, 12)),
                List.of("sweep.2026-12-07/00.k3j"),
                true);
    }

    /** The readable page of an answer, with data or without. */
    AnswerPackageView answerPackage(boolean any) {
        var items = new PolicyItems(policy, language);
        var categories = policy.categories().values();
        var typed = value.isEmpty() ? "camille.martin@example.com" : value;
        var table = new TableItem(
                "Tickets",
                List.of("date", "sujet", "message"),
                List.of(
                        List.of("2026-02-14T10:12:00+01:00", "Facture", "Bonjour,\nje ne retrouve pas ma facture."),
                        List.of("2026-03-02T16:40:00+01:00", typed, "")));
        return new AnswerPackageView(
                REFERENCE,
                "access",
                RECEIVED,
                RECEIVED.plusDays(9),
                items.controller(),
                any
                        ? items.categories(categories).stream()
                                .map(category -> new HeldItem(category, 3, null))
                                .toList()
                        : List.of(),
                items.recipients(categories),
                items.transfers(),
                items.rights(),
                items.remedies(),
                items.automated(),
                List.of("Kept", "Support"),
                List.of(new SystemItem("Support", List.of(table))),
                List.of(new RedactionItem(typed, "Autre personne")),
                any ? List.of("Documents") : List.of(),
                List.of(new FileItem("donnees/support.json", "Support", "9f2c4e7ab1d05c63e8f7a1b2c3d4e5f6")));
    }

    /** The readable page of a package that a person takes along. */
    PortablePackageView portablePackage() {
        Function<String, String> title =
                category -> value.isEmpty() ? policy.category(category).title().in(language.code()) : value;
        return new PortablePackageView(
                REFERENCE,
                RECEIVED,
                RECEIVED.plusDays(9),
                new PolicyItems(policy, language).controller(),
                Map.of(title.apply("contact"), 3),
                List.of(new RedactionItem(
                        title.apply("billing"), Texts.in(language).get("leftOut.OTHER_BASIS"))),
                List.of(value.isEmpty() ? policy.systemTitle("helpdesk-tickets", language.code()) : value),
                List.of(new FileItem(
                        "donnees/kept/contact.json", title.apply("contact"), "9f2c4e7ab1d05c63e8f7a1b2c3d4e5f6")));
    }

    private EvidenceFileView evidence(String type, String content) {
        var name = value.isEmpty() ? "evidence-2." + type : value;
        return new EvidenceFileView(
                REFERENCE, 2, type, 2_940_000, RECEIVED.plusMinutes(7), name, !type.equals("pdf"), content);
    }

    private static CancellationsView cancellations(String step) {
        var day = RECEIVED.toLocalDate();
        return new CancellationsView(
                List.of(
                        new CancellationRow(
                                REFERENCE,
                                true,
                                day,
                                day.plusDays(12),
                                day.plusDays(14),
                                3,
                                List.of(step),
                                List.of(step)),
                        new CancellationRow(
                                REFERENCE, false, day, day.plusDays(12), day.plusDays(14), -1, List.of(), List.of())),
                true);
    }

    private static HoldsView holds(String authority) {
        var day = RECEIVED.toLocalDate();
        return new HoldsView(
                List.of(
                        new HoldRow("h1", List.of("Support"), "LITIGATION", authority, "paul", RECEIVED, day, true),
                        new HoldRow("h2", List.of(), "AUDIT", authority, "dora", RECEIVED, day.plusDays(90), false)),
                List.of(new OptionItem("support", "Support"), new OptionItem("contact", "Contact")),
                true);
    }

    private static RehearsalView rehearsal(String name) {
        return new RehearsalView(
                false,
                true,
                List.of(
                        new FoundItem(name, "Contact", 2, "erase", null),
                        new FoundItem("Support", "Support", 3, "hold", "2027-02-21")),
                5,
                List.of("Mailing"));
    }

    private static List<TaskRow> tasks() {
        return List.of(
                task("decide-request", "deletion", 3, 104),
                task("second-approval", "deletion", 9, 91),
                task("check-identity", "access", 14, 76),
                task("decide-request", "correction", 21, 40),
                task("manual-system", "objection", 28, 6));
    }

    private static TaskRow task(String kind, String requestKind, int days, int used) {
        return new TaskRow("t" + days, kind, REFERENCE, requestKind, RECEIVED, RECEIVED.plusDays(days), used);
    }

    private static List<RequestRow> rows() {
        var rows = new ArrayList<RequestRow>();
        for (var state : BoardView.STATES) {
            var used = rows.size() * 14;
            rows.add(new RequestRow(
                    REFERENCE.substring(0, 25) + rows.size(), "access", state, RECEIVED, ANSWER_BY, used));
        }
        return rows;
    }

    private CaseView file(@Nullable DecisionItem decision) {
        Function<String, String> say = key -> value.isEmpty() ? key : value;
        return new CaseView(
                REFERENCE,
                "deletion",
                "deciding",
                RECEIVED,
                "fr",
                "email",
                say.apply("camille.martin@example.com"),
                say.apply("Bonjour, je n’utilise plus le service.\nMerci d’effacer mon compte."),
                List.of(new ChangeItem(
                        "phone",
                        "Téléphone",
                        List.of(new ChangeItem.Held(
                                say.apply("01 23 45 67 89"), List.of("Kept, 2×", "Support (DynamoDB), 31×"))),
                        say.apply("06 12 34 56 78"))),
                files(),
                true,
                new DeadlineItem(
                        ANSWER_BY,
                        LocalDate.of(2026, 12, 3),
                        null,
                        62,
                        "EU-FR-GDPR-12.3/2018-05-25",
                        "FR/2026.1",
                        List.of(
                                "+1 month → 2026-12-03 (Reg. 1182/71 art. 3(2)(c))",
                                "promise 30 days → 2026-12-03",
                                "2026-12-03 is a working day"),
                        RECEIVED.plusDays(4)),
                List.of(
                        new FoundItem("Kept", "Compte et contact", 4, "erase", null),
                        new FoundItem("Kept", "Facturation", 12, "archive", "Code de commerce, art. L123-22"),
                        new FoundItem("Support (DynamoDB)", "Messages au support", 31, "erase", null),
                        new FoundItem("Newsletter (Brevo)", "Adresse e-mail", 1, "suppress", null)),
                List.of(new OpenItem("Documents (S3)", RECEIVED.plusDays(1), 3)),
                rows().subList(1, 3),
                List.of(new TellingItem("PayPal (Europe)", "pending", "staff", RECEIVED.plusDays(5))),
                List.of(new RestrictionItem(REFERENCE, "RESTRICTION_ASKED", RECEIVED.plusDays(1), true)),
                new FailureItem(say.apply("java.lang.IllegalStateException"), false, true),
                List.of(
                        new EventItem(RECEIVED, "received", "Camille"),
                        new EventItem(RECEIVED.plusHours(2), "confirmed", "Camille"),
                        new EventItem(RECEIVED.plusDays(4), "identity-asked", "Agnès Morel")),
                decision);
    }

    private static DecisionItem decision() {
        return new DecisionItem(
                "t3",
                "decide-request",
                RECEIVED.plusDays(10),
                "9f2c4e7ab1d05c63e8f7a1b2c3d4e5f60718293a4b5c6d7e8f90a1b2c3d4e5f6",
                List.of("approve", "refuse", "extend", "ask-identity"),
                List.of(new GroundItem("LEGAL_DUTY", "Une loi oblige à conserver ces données", "RGPD, art. 17.3.b")),
                List.of(new PartItem("phone", "Téléphone", false), new PartItem("email", "Adresse e-mail", true)),
                List.of(new GroundItem(
                        "MANY_SYSTEMS", "Données réparties dans de nombreux systèmes", "RGPD, art. 12.3")),
                "Bruno Keller",
                ANSWER_BY.plusMonths(2),
                null,
                null);
    }

    private static LedgerView ledger(@Nullable Long brokenAt) {
        var rows = new ArrayList<LedgerRow>();
        for (var seq = 421L; seq > 414; seq--) {
            rows.add(new LedgerRow(
                    seq,
                    RECEIVED.plusMinutes(seq),
                    "request.confirmed",
                    REFERENCE,
                    "5be1c0d2f4a3987766554433221100ffeeddccbbaa99887766554433221100" + seq));
        }
        return new LedgerView(
                421,
                RECEIVED.plusDays(2),
                brokenAt,
                RECEIVED.plusDays(1),
                "c1d2e3f405162738495a6b7c8d9e0f11c1d2e3f405162738495a6b7c8d9e0f11",
                rows,
                "/staff/ledger?after=414");
    }
}
