package dev.kept.access;

import dev.kept.ledger.Outcome;
import dev.kept.ledger.SystemOutcome;
import dev.kept.outcome.OpenSystems;
import dev.kept.policy.Category;
import dev.kept.policy.Policy;
import dev.kept.policy.Recipient;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * What article 15 of the GDPR asks to be told beside the copy of the data, for exactly what was found about one person:
 * only the purposes, categories and recipients that apply to her, each by its name.
 */
final class Article15 {
    private final Policy policy;
    private final String language;
    private final Labels labels;

    Article15(Policy policy, String language) {
        this.policy = policy;
        this.language = language;
        labels = new Labels(policy, language);
    }

    /** The information, field by field; see {@link Specific} for what each has to be. */
    Map<String, Object> about(List<SystemOutcome> outcomes, List<Parts.Part> parts) {
        var categories = categories(outcomes);
        var information = new LinkedHashMap<String, Object>();
        information.put("confirmation", confirmation(outcomes));
        information.put("purposes", each(categories, this::purpose));
        information.put("categories", bySystem(outcomes));
        information.put("recipients", recipients(categories));
        information.put("storage", each(categories, category -> storage(category, parts)));
        information.put(
                "rights",
                policy.rights().stream()
                        .map(right -> named(
                                right.title().in(language), right.explanation().in(language)))
                        .toList());
        information.put("complaint", complaint());
        information.put("sources", sources(categories, parts));
        information.put("automatedDecisions", automated());
        information.put(
                "transfers",
                policy.transfers().stream()
                        .map(transfer ->
                                named(transfer.country(), transfer.safeguard().in(language)))
                        .toList());
        information.put("redactions", redactions(parts));
        information.put(
                "open", OpenSystems.in(outcomes).stream().map(labels::system).toList());
        return Specific.checked(information, !categories.isEmpty());
    }

    private Map<String, Object> confirmation(List<SystemOutcome> outcomes) {
        var confirmation = new LinkedHashMap<String, Object>();
        confirmation.put("processed", outcomes.stream().anyMatch(outcome -> outcome.outcome() == Outcome.GIVEN));
        confirmation.put(
                "searched",
                outcomes.stream()
                        .map(outcome -> labels.system(outcome.system()))
                        .toList());
        return confirmation;
    }

    private List<Category> categories(List<SystemOutcome> outcomes) {
        var names = new TreeSet<String>();
        outcomes.forEach(outcome -> names.addAll(outcome.found().keySet()));
        return names.stream().map(policy::category).toList();
    }

    private List<Map<String, Object>> each(List<Category> categories, Function<Category, Map<String, Object>> say) {
        return categories.stream().map(say).toList();
    }

    private Map<String, Object> purpose(Category category) {
        var purpose = named(category.title().in(language), category.purpose().in(language));
        purpose.put("category", category.name());
        purpose.put("legalBasis", category.legalBasis().word());
        purpose.put("article", category.legalBasis().article());
        return purpose;
    }

    private Map<String, Object> storage(Category category, List<Parts.Part> parts) {
        var retention = category.retention();
        var storage = named(category.title().in(language), retention.describe(language));
        storage.put("category", category.name());
        storage.put("reason", retention.reason().in(language));
        var law = retention.law();
        if (law != null) {
            storage.put("law", law);
        }
        until(category, parts).ifPresent(until -> storage.put("until", until));
        return storage;
    }

    /** The last day of keeping of all records of the category, where each of them has one. */
    private static Optional<String> until(Category category, List<Parts.Part> parts) {
        var days = new ArrayList<Optional<String>>();
        for (var part : parts) {
            for (var row : part.rows()) {
                if (row.category().equals(category.name())) {
                    days.add(Optional.ofNullable(row.about().get("keptUntil")));
                }
            }
            part.files().stream()
                    .filter(file -> file.category().equals(category.name()))
                    .forEach(file -> days.add(Optional.empty()));
        }
        return days.stream().allMatch(Optional::isPresent)
                ? days.stream().flatMap(Optional::stream).max(Comparator.naturalOrder())
                : Optional.empty();
    }

    private List<Map<String, Object>> bySystem(List<SystemOutcome> outcomes) {
        var lines = new ArrayList<Map<String, Object>>();
        for (var outcome : outcomes) {
            outcome.found().forEach((category, count) -> {
                var line = named(
                        labels.system(outcome.system()),
                        policy.category(category).title().in(language));
                line.put("count", count);
                lines.add(line);
            });
        }
        return lines;
    }

    /** By their names, and not as kinds of recipients (CJEU C-154/21). */
    private List<Map<String, Object>> recipients(List<Category> categories) {
        var ids = new LinkedHashSet<String>();
        categories.forEach(category -> ids.addAll(category.recipients()));
        return ids.stream()
                .flatMap(id -> policy.recipient(id).stream())
                .map(this::recipient)
                .toList();
    }

    private Map<String, Object> recipient(Recipient recipient) {
        var line = named(recipient.name(), recipient.role().in(language));
        line.put("countries", recipient.countries());
        var safeguard = recipient.safeguard();
        if (safeguard != null) {
            line.put("safeguard", safeguard.in(language));
        }
        return line;
    }

    private Map<String, Object> complaint() {
        var remedies = policy.remedies();
        var complaint = new LinkedHashMap<String, Object>();
        complaint.put("authority", remedies.authority());
        complaint.put("address", remedies.address());
        complaint.put("website", remedies.website());
        complaint.put("judicial", remedies.judicial().in(language));
        complaint.put("contact", policy.organisation().contact());
        return complaint;
    }

    /** Where the data came from: what the records themselves say, and the policy where they do not. */
    private List<Map<String, Object>> sources(List<Category> categories, List<Parts.Part> parts) {
        var seen = new LinkedHashMap<String, Set<String>>();
        for (var part : parts) {
            for (var row : part.rows()) {
                var source = row.about().get("source");
                if (source != null) {
                    seen.computeIfAbsent(row.category(), made -> new LinkedHashSet<>())
                            .add(labels.source(source));
                }
            }
        }
        return each(categories, category -> {
            var line = named(category.title().in(language), category.source().in(language));
            line.put("category", category.name());
            line.put("collectedBy", List.copyOf(seen.getOrDefault(category.name(), Set.of())));
            return line;
        });
    }

    private Map<String, Object> automated() {
        var decisions = policy.automatedDecisions();
        var automated = new LinkedHashMap<String, Object>();
        automated.put("made", decisions.made());
        automated.put("logic", decisions.logic().in(language));
        automated.put("consequences", decisions.consequences().in(language));
        return automated;
    }

    private List<Map<String, Object>> redactions(List<Parts.Part> parts) {
        var lines = new LinkedHashSet<Map<String, Object>>();
        for (var part : parts) {
            for (var row : part.rows()) {
                row.redacted()
                        .forEach(name ->
                                lines.add(named(labels.system(part.system()), labels.field(part.system(), "", name))));
            }
        }
        return List.copyOf(lines);
    }

    private static Map<String, Object> named(String name, String text) {
        var line = new LinkedHashMap<String, Object>();
        line.put("name", name);
        line.put("text", text);
        return line;
    }
}
