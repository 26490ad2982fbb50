package dev.kept.page;

import dev.kept.policy.Category;
import dev.kept.policy.Field;
import dev.kept.policy.FieldType;
import dev.kept.policy.Form;
import dev.kept.policy.IdentifierType;
import dev.kept.policy.LegalBasis;
import dev.kept.policy.Policy;
import dev.kept.policy.RequestKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The pages that follow from the policy alone, as views in one language. */
public final class PolicyViews {
    private static final String PURPOSES = "details.purposes.";

    private final Policy policy;
    private final PolicyItems items;
    private final Texts texts;
    private final Set<RequestKind> offered;

    public PolicyViews(Policy policy, Language language) {
        this(policy, language, EnumSet.allOf(RequestKind.class));
    }

    /**
     * Views of a centre where not every right is exercised through a form.
     *
     * @param offered the kinds of request that can be made here
     */
    public PolicyViews(Policy policy, Language language, Set<RequestKind> offered) {
        this.policy = policy;
        this.items = new PolicyItems(policy, language);
        texts = Texts.in(language);
        this.offered = Set.copyOf(offered);
    }

    public HomeView home() {
        return new HomeView(
                items.controller(),
                policy.effective(),
                items.rights(offered),
                items.categories(policy.categories().values()),
                items.forms(),
                policy.deadlines().answer());
    }

    /** The form, with the fields at fault among {@code faults}, named as they were posted, to be corrected. */
    public FormView form(Form form, List<String> faults) {
        var fields = form.fields().stream()
                .map(field -> items.field(field, "fields.", field.required(), faults))
                .toList();
        var known = fields.stream().map(FieldItem::name).toList();
        return new FormView(
                form.name(),
                items.say(form.title()),
                items.say(form.introduction()),
                fields,
                items.consents(form.consents()),
                items.statements(form.name()),
                items.minimumAge(),
                items.categories(categoriesOf(form)),
                observed(form),
                faults.stream().filter(fault -> !known.contains(fault)).toList());
    }

    /** What was collected by a form, by the names of its fields. */
    public ThanksView thanks(Form form, List<String> collected) {
        return new ThanksView(
                form.name(),
                items.say(form.title()),
                form.fields().stream()
                        .filter(field -> collected.contains(field.name()))
                        .map(field -> items.say(field.label()))
                        .toList());
    }

    public NoticeView notice(Form form) {
        var categories = categoriesOf(form);
        return new NoticeView(
                form.name(),
                items.say(form.title()),
                policy.effective(),
                items.controller(),
                items.categories(categories),
                form.fields().stream()
                        .filter(Field::required)
                        .map(field -> items.say(field.label()))
                        .toList(),
                observed(form),
                items.consents(form.consents()),
                items.recipients(categories),
                items.transfers(),
                items.rights(),
                items.automated(),
                items.remedies(),
                items.statements(form.name()));
    }

    public PolicyView policy() {
        var all = policy.categories().values();
        var promised = policy.deadlines();
        return new PolicyView(
                policy.version(),
                policy.effective(),
                items.controller(),
                processing(),
                items.forms(),
                items.categories(all),
                items.recipients(all),
                items.transfers(),
                items.rights(),
                new PromisesItem(
                        promised.answer(),
                        promised.extension(),
                        promised.purge(),
                        promised.breach(),
                        promised.download(),
                        promised.downloads()),
                communications(),
                cookies(),
                items.automated(),
                items.remedies(),
                items.statements(""),
                items.minimumAge());
    }

    /** The request form, for a kind or, without one, for choosing it. */
    public RequestFormView request(@Nullable String kind, List<String> faults) {
        var identifiers = new LinkedHashSet<String>();
        var correctable = new LinkedHashMap<String, Field>();
        for (var form : policy.forms().values()) {
            for (var field : form.fields()) {
                var identifier = field.identifier();
                if (identifier != null) {
                    identifiers.add(identifier.word());
                }
                if (field.type() != FieldType.LONG_TEXT && field.isHeld()) {
                    correctable.putIfAbsent(field.name(), field);
                }
            }
        }
        return new RequestFormView(
                kind,
                items.rights(offered),
                inOrder(identifiers),
                groups(correctable.values(), faults),
                contestable(),
                faults);
    }

    /** The fields by their categories, in the order of the forms. */
    private List<FieldGroup> groups(Collection<Field> fields, List<String> faults) {
        var byCategory = new LinkedHashMap<String, List<FieldItem>>();
        fields.forEach(field -> byCategory
                .computeIfAbsent(field.category(), made -> new ArrayList<>())
                .add(items.field(field, "details.fields.", false, faults)));
        return byCategory.entrySet().stream()
                .map(group -> new FieldGroup(
                        items.say(policy.category(group.getKey()).title()), List.copyOf(group.getValue())))
                .toList();
    }

    /** Marketing, and every category that is held for an interest of the organisation or of the public. */
    private List<ConsentItem> contestable() {
        var boxes = new ArrayList<ConsentItem>();
        boxes.add(new ConsentItem(
                PURPOSES + "marketing", texts.get("object.marketing"), texts.get("object.marketing.hint")));
        policy.categories().values().stream()
                .filter(category -> category.legalBasis() == LegalBasis.LEGITIMATE_INTERESTS
                        || category.legalBasis() == LegalBasis.PUBLIC_TASK)
                .forEach(category -> boxes.add(new ConsentItem(
                        PURPOSES + category.name(), items.say(category.title()), items.say(category.purpose()))));
        return List.copyOf(boxes);
    }

    private static List<String> inOrder(Set<String> identifiers) {
        var ordered = new ArrayList<String>();
        for (var type : IdentifierType.values()) {
            if (identifiers.contains(type.word())) {
                ordered.add(type.word());
            }
        }
        return List.copyOf(ordered);
    }

    private @Nullable TextItem processing() {
        var processing = policy.processing();
        return processing == null
                ? null
                : new TextItem(items.say(processing.scope()), items.say(processing.redirect()));
    }

    private List<TextItem> communications() {
        return policy.communications().values().stream()
                .map(sent -> new TextItem(items.say(sent.title()), items.say(sent.optOut())))
                .toList();
    }

    private List<TextItem> cookies() {
        return policy.cookies().values().stream()
                .map(set -> new TextItem(
                        items.say(set.title()), items.say(set.purpose()) + " " + items.say(set.lifetime())))
                .toList();
    }

    private List<Category> categoriesOf(Form form) {
        var names = new LinkedHashSet<String>();
        form.fields().forEach(field -> names.add(field.category()));
        form.observed().forEach(seen -> names.add(seen.category()));
        form.consents().forEach(name -> policy.consent(name).ifPresent(consent -> names.add(consent.category())));
        return names.stream().map(policy::category).toList();
    }

    private List<String> observed(Form form) {
        return form.observed().stream().map(seen -> items.say(seen.label())).toList();
    }
}
