package dev.kept.intake;

import dev.kept.person.Ids;
import dev.kept.person.Milestones;
import dev.kept.person.PersonRecord;
import dev.kept.policy.Form;
import dev.kept.policy.Lifetimes;
import dev.kept.policy.Policy;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes records of a filled form: one for each category that its fields belong to, and one for each consent. */
public final class RecordMaker {
    private final Policy policy;
    private final Clock clock;
    private final Ids ids;
    private final Lifetimes lifetimes;

    public RecordMaker(Policy policy, Clock clock, Ids ids) {
        this.policy = policy;
        this.clock = clock;
        this.ids = ids;
        lifetimes = new Lifetimes(policy.fiscalYearEnd());
    }

    List<PersonRecord> records(Form form, FilledForm filled, Milestones milestones) {
        var byCategory = new LinkedHashMap<String, Map<String, String>>();
        form.fields().forEach(field -> add(byCategory, field.category(), field.name(), filled.fields()));
        form.observed().forEach(seen -> add(byCategory, seen.category(), seen.name(), filled.observed()));
        var records = new ArrayList<PersonRecord>();
        byCategory.forEach((category, fields) -> records.add(make(category, form, filled, milestones, fields)));
        for (var consent : filled.consents()) {
            records.add(consent(consent, form, filled, milestones));
        }
        return records;
    }

    private static void add(
            Map<String, Map<String, String>> byCategory, String category, String name, Map<String, String> values) {
        var value = values.get(name);
        if (value != null) {
            byCategory.computeIfAbsent(category, made -> new LinkedHashMap<>()).put(name, value);
        }
    }

    /** The proof of a consent (GDPR art. 7(1)): which, when, on which form and in which words. */
    private PersonRecord consent(String name, Form form, FilledForm filled, Milestones milestones) {
        var consent = policy.consent(name).orElseThrow();
        var proof = new LinkedHashMap<String, String>();
        proof.put("consent", name);
        proof.put("given", clock.instant().toString());
        proof.put("wording", consent.label().in(filled.language()));
        proof.put("language", filled.language());
        return make(consent.category(), form, filled, milestones, proof);
    }

    private PersonRecord make(
            String name, Form form, FilledForm filled, Milestones milestones, Map<String, String> fields) {
        var category = policy.category(name);
        var now = clock.instant();
        var due = lifetimes
                .of(category, milestones.facts(name, now, policy.zone()))
                .lastDay();
        var language = policy.languages().get(0);
        return new PersonRecord(
                name + "." + ids.next(),
                name,
                "form:" + form.name(),
                category.purpose().in(language),
                category.legalBasis().word(),
                policy.id() + "/" + policy.version(),
                filled.consents(),
                now,
                due,
                category.retention().describe(language),
                category.keyClass(),
                fields);
    }
}
