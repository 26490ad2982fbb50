package dev.kept.policy;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Reads a whole policy file in one pass, from the parsed tree and without reflection, to keep a cold start short. */
final class PolicyReader {
    private final String id;
    private final Findings findings = new Findings();

    PolicyReader(String id) {
        this.id = id;
    }

    Policy read(String json) {
        var root = new Part("$", tree(json), findings);
        var policy = policy(root);
        root.refuseUnknownKeys();
        new References(policy, findings).check();
        if (!findings.faults().isEmpty()) {
            throw new PolicyFault(id, findings.faults());
        }
        return policy;
    }

    private Map<String, Object> tree(String json) {
        try {
            return JSON.std.mapFrom(json);
        } catch (IOException unreadable) {
            throw new PolicyFault(id, List.of(new Fault("$", "is not a JSON object: " + unreadable.getMessage())));
        }
    }

    private Policy policy(Part root) {
        var languages = root.someStrings("languages", Spelling.LANGUAGE);
        findings.expectLanguages(languages.contains("") ? List.of() : languages);
        root.stringOrNone("$schema", Spelling.MEANINGFUL);
        return new Policy(
                id(root),
                root.string("version", Spelling.MEANINGFUL),
                Amounts.date(root, "effective"),
                root.object("organisation", OrganisationReader::organisation),
                Amounts.zone(root, "zone"),
                languages,
                root.string("regime", Spelling.REGIME),
                root.string("holidays", Spelling.HOLIDAYS),
                root.word("role", Role.values()),
                root.objectOrNone("processing", OrganisationReader::processing),
                Amounts.monthDay(root, "fiscalYearEnd"),
                root.objectOrNone("minimumAge", RuleReader::minimumAge),
                root.object("addresses", OrganisationReader::addresses),
                root.someNamed("forms", Spelling.FORM, FormReader::form),
                root.named("consents", Spelling.NAME, FormReader::consent),
                root.someNamed("categories", Spelling.NAME, CategoryReader::category),
                root.byWord("rights", RequestKind.values(), RuleReader::right),
                root.object("deadlines", RuleReader::deadlines),
                root.object("limits", RuleReader::limits),
                values(root.named("recipients", Spelling.NAME, CategoryReader::recipient)),
                values(root.named("transfers", Spelling.COUNTRY, CategoryReader::transfer)),
                root.object("automatedDecisions", OrganisationReader::automatedDecisions),
                root.object("remedies", OrganisationReader::remedies),
                values(root.someNamed("refusals", Spelling.CODE, RuleReader::ground)),
                values(root.named("extensions", Spelling.CODE, RuleReader::ground)),
                root.named("communications", Spelling.NAME, RuleReader::communication),
                root.named("cookies", Spelling.NAME, RuleReader::cookieClass),
                values(root.named("disclosures", Spelling.CODE, RuleReader::disclosure)),
                root.byWord("changes", ChangeKind.values(), RuleReader::change),
                values(root.named("statements", Spelling.NAME, RuleReader::statement)),
                values(root.someNamed("systems", Spelling.NAME, SystemReader::system)));
    }

    private String id(Part root) {
        var written = root.string("id", Spelling.NAME);
        if (!written.isEmpty() && !written.equals(id)) {
            root.wrong("id", "has to be the name of the file: " + id);
        }
        return written;
    }

    private static <T> List<T> values(Map<String, T> named) {
        return List.copyOf(named.values());
    }
}
