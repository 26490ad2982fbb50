package dev.kept.access;

import dev.kept.ledger.Outcome;
import dev.kept.ledger.SystemOutcome;
import dev.kept.outcome.OpenSystems;
import dev.kept.page.AnswerPage;
import dev.kept.page.Language;
import dev.kept.page.PolicyItems;
import dev.kept.page.PortablePackageView;
import dev.kept.page.RedactionItem;
import dev.kept.page.Texts;
import dev.kept.policy.ConnectedSystemDeclaration;
import dev.kept.policy.ConnectedSystemDeclaration.Attribute;
import dev.kept.policy.Policy;
import dev.kept.request.Request;
import dev.kept.system.Row;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Fills the package of a person who takes her data along (GDPR art. 20): each category as JSON with its schema and as CSV, her
 * contact data as a card, her documents, and a short page that says what is there and what was left out and why.
 */
final class PortablePackage {
    private static final String CARD = "contact.vcf";

    private final Policy policy;
    private final Request request;
    private final Instant made;
    private final Language language;
    private final Labels labels;

    PortablePackage(Policy policy, Request request, Instant made) {
        this.policy = policy;
        this.request = request;
        this.made = made;
        language = Language.find(request.language()).orElse(Language.FRENCH);
        labels = new Labels(policy, language.code());
    }

    void fill(Zip zip, List<SystemOutcome> outcomes, List<Parts.Part> gathered, DataFiles.Documents documents) {
        var data = new DataFiles(zip, language.code(), new DataSchemas(labels));
        gathered.forEach(part -> data.add(part, documents));
        card(gathered).ifPresent(card -> zip.add(CARD, card));
        zip.add(data.pageName(), page(outcomes, zip.files()));
        zip.add("manifest.json", Manifest.of(request, made, outcomes, zip.files()));
    }

    private Optional<String> card(List<Parts.Part> gathered) {
        var card = new VCard();
        gathered.stream()
                .flatMap(part -> part.rows().stream().map(row -> Map.entry(part.system(), row)))
                .sorted(Comparator.comparing(held -> collected(held.getValue())))
                .forEach(held -> card.add(byField(held.getKey(), held.getValue())));
        return card.text();
    }

    private static String collected(Row row) {
        return row.about().getOrDefault("collected", "");
    }

    /** The fields by the names that the forms have for them; what no form asks for goes on no card. */
    private Map<String, String> byField(String system, Row row) {
        var attributes = policy.system(system)
                .map(ConnectedSystemDeclaration::attributes)
                .orElse(List.of());
        if (attributes.isEmpty()) {
            return row.fields();
        }
        var fields = new LinkedHashMap<String, String>();
        for (var attribute : attributes) {
            Optional.ofNullable(attribute.field())
                    .filter(field -> row.fields().containsKey(attribute.name()))
                    .ifPresent(field -> fields.put(field, value(row, attribute)));
        }
        return fields;
    }

    private static String value(Row row, Attribute attribute) {
        return row.fields().getOrDefault(attribute.name(), "");
    }

    private String page(List<SystemOutcome> outcomes, Map<String, String> files) {
        var texts = Texts.in(language);
        var items = new PolicyItems(policy, language);
        return AnswerPage.portable(
                texts,
                new PortablePackageView(
                        request.id(),
                        request.received().atZone(policy.zone()),
                        made.atZone(policy.zone()),
                        items.controller(),
                        given(outcomes),
                        leftOut(texts, outcomes),
                        OpenSystems.in(outcomes).stream().map(labels::system).toList(),
                        new FileList(policy, texts, labels).of(files)));
    }

    private Map<String, Integer> given(List<SystemOutcome> outcomes) {
        var given = new TreeMap<String, Integer>();
        outcomes.stream()
                .filter(line -> line.outcome() == Outcome.GIVEN)
                .forEach(line ->
                        line.found().forEach((category, count) -> given.merge(title(category), count, Integer::sum)));
        return given;
    }

    /** What stays, category by category; of a system that was not asked, whatever it is declared to hold. */
    private List<RedactionItem> leftOut(Texts texts, List<SystemOutcome> outcomes) {
        var left = new LinkedHashSet<RedactionItem>();
        for (var line : outcomes) {
            if (line.outcome() == Outcome.WITHHELD) {
                var why = texts.word("leftOut", line.reason().orElse(Portable.Reason.OTHER_BASIS.name()));
                var categories = line.found().isEmpty()
                        ? declared(line.system())
                        : line.found().keySet().stream().sorted().toList();
                categories.forEach(category -> left.add(new RedactionItem(title(category), why)));
            }
        }
        return List.copyOf(left);
    }

    private List<String> declared(String system) {
        return policy.system(system).map(ConnectedSystemDeclaration::categories).orElse(List.of());
    }

    private String title(String category) {
        return policy.category(category).title().in(language.code());
    }
}
