package dev.kept.policy;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The public side of a policy as a tree to be written as JSON, in one language. */
final class PublishedPolicy {
    private final Policy policy;
    private final String language;

    PublishedPolicy(Policy policy, String language) {
        this.policy = policy;
        this.language = language;
    }

    Map<String, Object> tree() {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("id", policy.id());
        tree.put("version", policy.version());
        tree.put("effective", policy.effective().toString());
        tree.put("organisation", organisation());
        tree.put("languages", policy.languages());
        tree.put("forms", each(policy.forms().values(), this::form));
        tree.put("consents", each(policy.consents().values(), this::consent));
        tree.put("rights", each(policy.rights(), this::right));
        tree.put("deadlines", deadlines());
        tree.put("categories", each(policy.categories().values(), this::category));
        tree.put("recipients", each(policy.recipients(), this::recipient));
        return tree;
    }

    private Map<String, Object> organisation() {
        var organisation = policy.organisation();
        var tree = map(
                "name", organisation.name(),
                "website", organisation.website(),
                "policyPage", organisation.policyPage(),
                "contact", organisation.contact());
        if (organisation.address() != null) {
            tree.put("address", organisation.address());
        }
        if (organisation.phone() != null) {
            tree.put("phone", organisation.phone());
        }
        return tree;
    }

    private Map<String, Object> form(Form form) {
        return map(
                "name", form.name(),
                "title", say(form.title()),
                "introduction", say(form.introduction()),
                "fields", each(form.fields(), this::field),
                "consents", form.consents());
    }

    private Map<String, Object> field(Field field) {
        var tree = map(
                "name", field.name(),
                "type", field.type().word(),
                "required", field.required(),
                "category", field.category(),
                "maxLength", field.maxLength(),
                "label", say(field.label()));
        if (field.selfService()) {
            tree.put("selfService", true);
        }
        if (!field.choices().isEmpty()) {
            tree.put("choices", each(field.choices(), this::choice));
        }
        return tree;
    }

    private Map<String, Object> choice(Choice choice) {
        return map("value", choice.value(), "label", say(choice.label()));
    }

    private Map<String, Object> consent(Consent consent) {
        return map(
                "name", consent.name(),
                "label", say(consent.label()),
                "purpose", say(consent.purpose()),
                "category", consent.category());
    }

    private Map<String, Object> right(Right right) {
        return map(
                "kind", right.kind().word(),
                "title", say(right.title()),
                "explanation", say(right.explanation()));
    }

    private Map<String, Object> deadlines() {
        var deadlines = policy.deadlines();
        var tree = new LinkedHashMap<String, Object>();
        if (deadlines.answer() != null) {
            tree.put("answer", deadlines.answer().toString());
        }
        tree.put("extension", deadlines.extension().toString());
        tree.put("confirmation", deadlines.confirmation().toString());
        tree.put("download", deadlines.download().toString());
        tree.put("purge", deadlines.purge().toString());
        if (deadlines.retrieval() != null) {
            tree.put("retrieval", deadlines.retrieval().toString());
        }
        tree.put("breach", deadlines.breach().toString());
        return tree;
    }

    private Map<String, Object> category(Category category) {
        var tree = map(
                "name", category.name(),
                "title", say(category.title()),
                "purpose", say(category.purpose()),
                "legalBasis", category.legalBasis().word(),
                "source", say(category.source()),
                "retention", retention(category.retention()),
                "recipients", category.recipients());
        var anonymisation = category.anonymisation();
        if (anonymisation != null) {
            tree.put("countedInGroupsOf", anonymisation.people());
        }
        return tree;
    }

    private Map<String, Object> retention(Retention retention) {
        var tree = map(
                "event", retention.event().word(),
                "period", retention.period().toString(),
                "text", retention.describe(language),
                "reason", say(retention.reason()));
        if (retention.law() != null) {
            tree.put("law", retention.law());
        }
        return tree;
    }

    private Map<String, Object> recipient(Recipient recipient) {
        var tree = map(
                "id", recipient.id(),
                "name", recipient.name(),
                "role", say(recipient.role()),
                "countries", recipient.countries(),
                "categories", recipient.categories());
        if (recipient.safeguard() != null) {
            tree.put("safeguard", say(recipient.safeguard()));
        }
        return tree;
    }

    private String say(Text text) {
        return text.in(language);
    }

    private static <T> List<Map<String, Object>> each(Collection<T> parts, Function<T, Map<String, Object>> tree) {
        return parts.stream().map(tree).toList();
    }

    private static Map<String, Object> map(Object... keysAndValues) {
        var tree = new LinkedHashMap<String, Object>();
        for (var index = 0; index < keysAndValues.length; index += 2) {
            tree.put((String) keysAndValues[index], keysAndValues[index + 1]);
        }
        return tree;
    }
}
