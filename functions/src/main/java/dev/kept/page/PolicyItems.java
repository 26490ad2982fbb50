package dev.kept.page;

import dev.kept.policy.Category;
import dev.kept.policy.Consent;
import dev.kept.policy.Field;
import dev.kept.policy.Policy;
import dev.kept.policy.Recipient;
import dev.kept.policy.RequestKind;
import dev.kept.policy.Right;
import dev.kept.policy.Text;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The parts of a policy as items to show, in one language: what pages, mails and answers are filled from. */
public final class PolicyItems {
    private final Policy policy;
    private final String language;

    public PolicyItems(Policy policy, Language language) {
        this.policy = policy;
        this.language = policy.language(language.code());
    }

    /** A text of the policy, set as its language wants it. */
    public String say(Text text) {
        return Typography.of(text.in(language), language);
    }

    @Nullable
    String sayOrNone(@Nullable Text text) {
        return text == null ? null : say(text);
    }

    public ControllerItem controller() {
        var organisation = policy.organisation();
        return new ControllerItem(organisation.name(), organisation.address(), organisation.contact());
    }

    public List<CategoryItem> categories(Collection<Category> categories) {
        return categories.stream().map(this::category).toList();
    }

    public CategoryItem category(Category category) {
        var retention = category.retention();
        return new CategoryItem(
                say(category.title()),
                say(category.purpose()),
                category.legalBasis().word(),
                category.legalBasis().article(),
                say(category.source()),
                retention.describe(language),
                say(retention.reason()),
                retention.law(),
                people(category),
                category.recipients().stream()
                        .flatMap(id -> policy.recipient(id).stream())
                        .map(Recipient::name)
                        .toList());
    }

    private static int people(Category category) {
        var anonymisation = category.anonymisation();
        return anonymisation == null ? 0 : anonymisation.people();
    }

    /** Those who are given data of these categories, with what they are given. */
    public List<RecipientItem> recipients(Collection<Category> categories) {
        var names = categories.stream().map(Category::name).toList();
        return policy.recipients().stream()
                .filter(recipient -> recipient.categories().stream().anyMatch(names::contains))
                .map(recipient -> recipient(recipient, names))
                .toList();
    }

    private RecipientItem recipient(Recipient recipient, List<String> categories) {
        return new RecipientItem(
                recipient.name(),
                say(recipient.role()),
                recipient.countries(),
                sayOrNone(recipient.safeguard()),
                recipient.categories().stream()
                        .filter(categories::contains)
                        .map(name -> say(policy.category(name).title()))
                        .toList());
    }

    public List<TransferItem> transfers() {
        return policy.transfers().stream()
                .map(transfer -> new TransferItem(transfer.country(), say(transfer.safeguard())))
                .toList();
    }

    public List<RightItem> rights() {
        return policy.rights().stream().map(this::right).toList();
    }

    List<RightItem> rights(Set<RequestKind> kinds) {
        return policy.rights().stream()
                .filter(right -> kinds.contains(right.kind()))
                .map(this::right)
                .toList();
    }

    private RightItem right(Right right) {
        return new RightItem(right.kind().word(), say(right.title()), say(right.explanation()));
    }

    public AutomatedItem automated() {
        var automated = policy.automatedDecisions();
        return new AutomatedItem(automated.made(), say(automated.logic()), say(automated.consequences()));
    }

    public RemediesItem remedies() {
        var remedies = policy.remedies();
        return new RemediesItem(remedies.authority(), remedies.address(), remedies.website(), say(remedies.judicial()));
    }

    FieldItem field(Field field, String prefix, boolean required, List<String> faults) {
        var name = prefix + field.name();
        return new FieldItem(
                name,
                field.type().word(),
                required,
                field.maxLength(),
                say(field.label()),
                field.choices().stream()
                        .map(choice -> new OptionItem(choice.value(), say(choice.label())))
                        .toList(),
                field.autocomplete(),
                faults.contains(name));
    }

    List<ConsentItem> consents(List<String> names) {
        return names.stream()
                .flatMap(name -> policy.consent(name).stream())
                .map(this::consent)
                .toList();
    }

    private ConsentItem consent(Consent consent) {
        return new ConsentItem("consents." + consent.name(), say(consent.label()), say(consent.purpose()));
    }

    List<LinkItem> forms() {
        return policy.forms().values().stream()
                .map(form -> new LinkItem(say(form.title()), "/forms/" + form.name()))
                .toList();
    }

    /** What the policy owes to people at that form, or with an empty name on the policy page. */
    List<String> statements(String form) {
        return policy.statements().stream()
                .filter(statement -> form.isEmpty()
                        ? statement.forms().isEmpty()
                        : statement.forms().contains(form))
                .map(statement -> say(statement.text()))
                .toList();
    }

    @Nullable
    String minimumAge() {
        var age = policy.minimumAge();
        return age == null ? null : say(age.statement());
    }
}
