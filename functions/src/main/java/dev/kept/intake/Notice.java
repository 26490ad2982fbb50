package dev.kept.intake;

import dev.kept.page.CategoryItem;
import dev.kept.page.ConsentItem;
import dev.kept.page.NoticeView;
import dev.kept.page.RecipientItem;
import dev.kept.policy.Policy;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The notice of a form as a tree to be written as JSON: what article 13 of the GDPR asks for, as its page says it. */
final class Notice {
    private final Policy policy;
    private final NoticeView view;

    Notice(Policy policy, NoticeView view) {
        this.policy = policy;
        this.view = view;
    }

    Map<String, Object> tree() {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("form", view.form());
        tree.put("title", view.title());
        tree.put("policy", map("id", policy.id(), "version", policy.version()));
        tree.put("effective", view.effective().toString());
        tree.put("controller", controller());
        tree.put("categories", view.categories().stream().map(Notice::category).toList());
        tree.put("recipients", view.recipients().stream().map(Notice::recipient).toList());
        tree.put(
                "transfers",
                view.transfers().stream()
                        .map(transfer -> map("country", transfer.country(), "safeguard", transfer.safeguard()))
                        .toList());
        tree.put("required", view.required());
        tree.put("observed", view.observed());
        tree.put("consents", view.consents().stream().map(Notice::consent).toList());
        tree.put(
                "rights",
                view.rights().stream()
                        .map(right ->
                                map("kind", right.kind(), "title", right.title(), "explanation", right.explanation()))
                        .toList());
        tree.put("complaint", complaint());
        tree.put("automatedDecisions", automatedDecisions());
        tree.put("statements", view.statements());
        return tree;
    }

    private Map<String, Object> controller() {
        var controller = view.controller();
        return map("name", controller.name(), "address", controller.address(), "contact", controller.contact());
    }

    private Map<String, Object> complaint() {
        var remedies = view.remedies();
        return map(
                "authority", remedies.authority(),
                "address", remedies.address(),
                "website", remedies.website(),
                "judicial", remedies.judicial());
    }

    private Map<String, Object> automatedDecisions() {
        var automated = view.automated();
        return map("made", automated.made(), "logic", automated.logic(), "consequences", automated.consequences());
    }

    private static Map<String, Object> category(CategoryItem category) {
        return map(
                "title", category.title(),
                "purpose", category.purpose(),
                "legalBasis", category.legalBasis(),
                "article", category.article(),
                "source", category.source(),
                "retention", category.retention(),
                "reason", category.reason(),
                "law", category.law(),
                "recipients", category.recipients());
    }

    private static Map<String, Object> recipient(RecipientItem recipient) {
        return map(
                "name", recipient.name(),
                "role", recipient.role(),
                "countries", recipient.countries(),
                "safeguard", recipient.safeguard(),
                "categories", recipient.categories());
    }

    private static Map<String, Object> consent(ConsentItem consent) {
        return map("name", consent.name(), "label", consent.label(), "purpose", consent.purpose());
    }

    /** A tree of names and values, in their order, without those that there is no value for. */
    private static Map<String, Object> map(@Nullable Object... namesAndValues) {
        var tree = new LinkedHashMap<String, Object>();
        for (var at = 0; at < namesAndValues.length; at += 2) {
            var value = namesAndValues[at + 1];
            if (value != null) {
                tree.put(String.valueOf(namesAndValues[at]), value);
            }
        }
        return tree;
    }
}
