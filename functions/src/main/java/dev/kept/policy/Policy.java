package dev.kept.policy;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One privacy policy, as one deployed stack carries it out. Each of its parts is read when it is first asked for: a
 * function that uses three of thirty does not wait for the others.
 */
public final class Policy {
    private final String id;
    private final Part root;
    private final List<String> languages;
    private final Map<String, @Nullable Object> read = new HashMap<>();

    Policy(String id, Part root, Findings findings) {
        this.id = id;
        this.root = root;
        languages = root.someStrings("languages", Spelling.LANGUAGE);
        findings.expectLanguages(languages.contains("") ? List.of() : languages);
    }

    /**
     * Reads the policy {@code policies/<id>.json} of the class path, and checks it, unless it is the file that the
     * build has checked.
     *
     * @throws PolicyFault with every fault that it has
     */
    public static Policy load(String id) {
        var file = PolicyFile.find(id);
        if (file == null) {
            throw new PolicyFault(id, List.of(new Fault("$", "there is no file policies/" + id + ".json")));
        }
        var reader = new PolicyReader(id);
        var checked = file.checkedParts();
        return checked == null ? reader.check(file.text()) : reader.takeOver(checked);
    }

    /** Reads and checks a policy from its text; throws a {@link PolicyFault} with every fault. */
    public static Policy parse(String id, String json) {
        return new PolicyReader(id).check(json);
    }

    /** What everybody may know of the policy: the answer of {@code GET /policy}. */
    public Map<String, Object> published(String language) {
        return new PublishedPolicy(this, language(language)).tree();
    }

    /** The form of this name, where the policy has it. */
    public Optional<Form> form(String form) {
        return Optional.ofNullable(forms().get(form));
    }

    /** Every declaration of a field of this name, form by form; none where no form has it. */
    public List<Field> fields(String field) {
        return forms().values().stream()
                .flatMap(form -> form.field(field).stream())
                .toList();
    }

    /** The consent of this name, where the policy has it. */
    public Optional<Consent> consent(String consent) {
        return Optional.ofNullable(consents().get(consent));
    }

    /** The names of the consents to promotional messages. */
    public Set<String> promotionalConsents() {
        return communications().values().stream()
                .filter(Communication::promotional)
                .flatMap(sent -> Stream.ofNullable(sent.consent()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The categories in which the consents to promotional messages stand, and what is held on their strength. */
    public Set<String> promotionalCategories() {
        return promotionalConsents().stream()
                .flatMap(name -> consent(name).stream())
                .map(Consent::category)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The category of this name, which a part of the policy has named: validation has seen to it that it is there. */
    public Category category(String category) {
        var found = categories().get(category);
        if (found == null) {
            throw new IllegalArgumentException("The policy " + id + " has no category " + category);
        }
        return found;
    }

    /** The connected system with this id, where the policy has it. */
    public Optional<ConnectedSystemDeclaration> system(String system) {
        return systems().stream()
                .filter(declared -> declared.id().equals(system))
                .findFirst();
    }

    /** What people call the connected system with this id; the id where the policy does not have it any more. */
    public String systemTitle(String system, String language) {
        return system(system).map(declared -> declared.title().in(language)).orElse(system);
    }

    /** The recipient with this id, where the policy has it. */
    public Optional<Recipient> recipient(String recipient) {
        return recipients().stream()
                .filter(declared -> declared.id().equals(recipient))
                .findFirst();
    }

    /** The right to this kind of request, where the policy offers it. */
    public Optional<Right> right(RequestKind kind) {
        return rights().stream().filter(offered -> offered.kind() == kind).findFirst();
    }

    /** The language asked for where the policy speaks it, else its default. */
    public String language(@Nullable String asked) {
        return asked != null && languages().contains(asked)
                ? asked
                : languages().get(0);
    }

    public String id() {
        return id;
    }

    public String version() {
        return part("version", () -> root.string("version", Spelling.MEANINGFUL));
    }

    public LocalDate effective() {
        return part("effective", () -> Amounts.date(root, "effective"));
    }

    public Organisation organisation() {
        return part("organisation", () -> root.object("organisation", OrganisationReader::organisation));
    }

    public ZoneId zone() {
        return part("zone", () -> Amounts.zone(root, "zone"));
    }

    /** The languages people are spoken to, the default first. */
    public List<String> languages() {
        return languages;
    }

    /** The body of law whose deadlines run, such as {@code EU-FR}. */
    public String regime() {
        return part("regime", () -> root.string("regime", Spelling.REGIME));
    }

    /** The calendar of public holidays, such as {@code FR}. */
    public String holidays() {
        return part("holidays", () -> root.string("holidays", Spelling.HOLIDAYS));
    }

    public Role role() {
        return part("role", () -> root.word("role", Role.values()));
    }

    public @Nullable Processing processing() {
        return part("processing", () -> root.objectOrNone("processing", OrganisationReader::processing));
    }

    public MonthDay fiscalYearEnd() {
        return part("fiscalYearEnd", () -> Amounts.monthDay(root, "fiscalYearEnd"));
    }

    public @Nullable MinimumAge minimumAge() {
        return part("minimumAge", () -> root.objectOrNone("minimumAge", RuleReader::minimumAge));
    }

    public Addresses addresses() {
        return part("addresses", () -> root.object("addresses", OrganisationReader::addresses));
    }

    public Map<String, Form> forms() {
        return part("forms", () -> root.someNamed("forms", Spelling.FORM, FormReader::form));
    }

    public Map<String, Consent> consents() {
        return part("consents", () -> root.named("consents", Spelling.NAME, FormReader::consent));
    }

    public Map<String, Category> categories() {
        return part("categories", () -> root.someNamed("categories", Spelling.NAME, CategoryReader::category));
    }

    public List<Right> rights() {
        return part("rights", () -> root.byWord("rights", RequestKind.rights(), RuleReader::right));
    }

    public Deadlines deadlines() {
        return part("deadlines", () -> root.object("deadlines", RuleReader::deadlines));
    }

    public RateLimits limits() {
        return part("limits", () -> root.object("limits", RuleReader::limits));
    }

    public List<Recipient> recipients() {
        return part("recipients", () -> values(root.named("recipients", Spelling.NAME, CategoryReader::recipient)));
    }

    public List<Transfer> transfers() {
        return part("transfers", () -> values(root.named("transfers", Spelling.COUNTRY, CategoryReader::transfer)));
    }

    public AutomatedDecisions automatedDecisions() {
        return part(
                "automatedDecisions", () -> root.object("automatedDecisions", OrganisationReader::automatedDecisions));
    }

    public Remedies remedies() {
        return part("remedies", () -> root.object("remedies", OrganisationReader::remedies));
    }

    public List<Ground> refusals() {
        return part("refusals", () -> values(root.someNamed("refusals", Spelling.CODE, RuleReader::ground)));
    }

    public List<Ground> extensions() {
        return part("extensions", () -> values(root.named("extensions", Spelling.CODE, RuleReader::ground)));
    }

    public Map<String, Communication> communications() {
        return part("communications", () -> root.named("communications", Spelling.NAME, RuleReader::communication));
    }

    public Map<String, CookieClass> cookies() {
        return part("cookies", () -> root.named("cookies", Spelling.NAME, RuleReader::cookieClass));
    }

    public List<DisclosureGround> disclosures() {
        return part("disclosures", () -> values(root.named("disclosures", Spelling.CODE, RuleReader::disclosure)));
    }

    public List<ChangeNotice> changes() {
        return part("changes", () -> root.byWord("changes", ChangeKind.values(), RuleReader::change));
    }

    public List<Statement> statements() {
        return part("statements", () -> values(root.named("statements", Spelling.NAME, RuleReader::statement)));
    }

    public List<ConnectedSystemDeclaration> systems() {
        return part("systems", () -> values(root.someNamed("systems", Spelling.NAME, SystemReader::system)));
    }

    /** What the reader makes of this part, the first time; two at once would be in each other's way. */
    @SuppressWarnings({"unchecked", "NullAway"}) // a key is read by one reader, which may give null where T may be
    private <T extends @Nullable Object> T part(String key, Supplier<T> reader) {
        synchronized (read) {
            if (!read.containsKey(key)) {
                read.put(key, reader.get());
            }
            return (T) read.get(key);
        }
    }

    private static <T> List<T> values(Map<String, T> named) {
        return List.copyOf(named.values());
    }
}
