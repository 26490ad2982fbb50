package dev.kept.access;

import dev.kept.http.Json;
import dev.kept.ledger.SystemOutcome;
import dev.kept.page.AnswerPackageView;
import dev.kept.page.AnswerPage;
import dev.kept.page.CategoryItem;
import dev.kept.page.HeldItem;
import dev.kept.page.Language;
import dev.kept.page.PolicyItems;
import dev.kept.page.RedactionItem;
import dev.kept.page.Texts;
import dev.kept.policy.Category;
import dev.kept.policy.Policy;
import dev.kept.request.Request;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The page of the package that a person reads: opened from disk, without any network. It says what the information of
 * article 15 says, and shows the copy of the data in words.
 */
public final class ReadablePage {
    private final Policy policy;

    public ReadablePage(Policy policy) {
        this.policy = policy;
    }

    /** What the page is made from beside the request: what was found, what is to be told, and the files so far. */
    record Content(
            Instant answered,
            List<SystemOutcome> outcomes,
            Map<String, Object> information,
            List<Parts.Part> parts,
            Map<String, String> files) {
        @Override
        public String toString() {
            return "Content[" + parts.size() + " parts]";
        }
    }

    String html(Request request, Content content) {
        var language = Language.find(request.language()).orElse(Language.FRENCH);
        var texts = Texts.in(language);
        var items = new PolicyItems(policy, language);
        var labels = new Labels(policy, language.code());
        var tables = new DataTables(policy, texts, labels);
        var categories = held(content.outcomes());
        var information = content.information();
        return AnswerPage.of(
                texts,
                new AnswerPackageView(
                        request.id(),
                        request.kind().word(),
                        request.received().atZone(policy.zone()),
                        content.answered().atZone(policy.zone()),
                        items.controller(),
                        categories.stream()
                                .map(category -> item(category, items, content))
                                .toList(),
                        items.recipients(categories),
                        items.transfers(),
                        items.rights(),
                        items.remedies(),
                        items.automated(),
                        texts(Json.child(information, "confirmation"), "searched"),
                        content.parts().stream()
                                .map(tables::of)
                                .filter(system -> !system.tables().isEmpty())
                                .toList(),
                        lines(information, "redactions")
                                .map(left -> new RedactionItem(
                                        left.get("name") + " – " + left.get("text"), texts.get("copy.redactions.why")))
                                .toList(),
                        texts(information, "open"),
                        new FileList(policy, texts, labels).of(content.files())));
    }

    private List<Category> held(List<SystemOutcome> outcomes) {
        return policy.categories().values().stream()
                .filter(category -> count(category, outcomes) > 0)
                .toList();
    }

    private HeldItem item(Category category, PolicyItems items, Content content) {
        var about = items.category(category);
        return new HeldItem(
                sourced(about, category.name(), content.information()),
                count(category, content.outcomes()),
                until(category.name(), content.information()));
    }

    /** Where the data of a category came from: as the policy says, and as the records themselves do. */
    private static CategoryItem sourced(CategoryItem about, String category, Map<String, Object> information) {
        var collectedBy = line("sources", category, information)
                .map(line -> texts(line, "collectedBy"))
                .orElse(List.of());
        return collectedBy.isEmpty()
                ? about
                : new CategoryItem(
                        about.title(),
                        about.purpose(),
                        about.legalBasis(),
                        about.article(),
                        about.source() + " (" + String.join(", ", collectedBy) + ")",
                        about.retention(),
                        about.reason(),
                        about.law(),
                        about.people(),
                        about.recipients());
    }

    private static @Nullable LocalDate until(String category, Map<String, Object> information) {
        return line("storage", category, information)
                .flatMap(line -> Optional.ofNullable(line.get("until")))
                .map(until -> LocalDate.parse(until.toString()))
                .orElse(null);
    }

    private static int count(Category category, List<SystemOutcome> outcomes) {
        return outcomes.stream()
                .mapToInt(outcome -> outcome.found().getOrDefault(category.name(), 0))
                .sum();
    }

    private static Optional<Map<?, ?>> line(String list, String category, Map<String, Object> information) {
        return lines(information, list)
                .filter(line -> category.equals(line.get("category")))
                .findFirst();
    }

    private static Stream<Map<?, ?>> lines(Map<String, Object> information, String list) {
        return Json.list(information, list).stream()
                .filter(Map.class::isInstance)
                .map(line -> (Map<?, ?>) line);
    }

    private static List<String> texts(Map<?, ?> tree, String name) {
        return tree.get(name) instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }
}
