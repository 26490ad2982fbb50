package dev.kept.intake;

import dev.kept.choice.AskConsent;
import dev.kept.http.Call;
import dev.kept.http.ProblemFound;
import dev.kept.person.Corrections;
import dev.kept.person.Identifiers;
import dev.kept.person.Ids;
import dev.kept.person.People;
import dev.kept.policy.Form;
import dev.kept.policy.Policy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The one way in for every form: checks it against the policy, finds or makes the person, writes the records. */
public final class CollectForm {
    private final Policy policy;
    private final People people;
    private final Identifiers identifiers;
    private final Corrections corrections;
    private final AskConsent consent;
    private final Ids ids;
    private final RecordMaker maker;

    public CollectForm(
            Policy policy,
            People people,
            Identifiers identifiers,
            Corrections corrections,
            AskConsent consent,
            Ids ids,
            RecordMaker maker) {
        this.policy = policy;
        this.people = people;
        this.identifiers = identifiers;
        this.corrections = corrections;
        this.consent = consent;
        this.ids = ids;
        this.maker = maker;
    }

    /** Takes what was filled in; all of it is stored, or none. */
    Collected collect(String formName, Call call) {
        var form = policy.form(formName).orElseThrow(ProblemFound::notFound);
        var filled = FilledForm.read(form, policy, call);
        while (!stored(form, filled)) {
            // somebody else's write made one of the identifiers known in between: look again
        }
        consent.ask(filled.consents(), filled.identifiers(), filled.language());
        return new Collected(formName, List.copyOf(filled.fields().keySet()));
    }

    private boolean stored(Form form, FilledForm filled) {
        var known = owners(filled);
        var owner = known.values().stream().flatMap(Optional::stream).findFirst();
        var personId = owner.orElseGet(ids::next);
        // asked for somebody new too, so that the known and the unknown get the same answer in the same time
        var corrected = corrections.of(personId).applied(filled.fields());
        if (corrected.isEmpty()) {
            return people.add(personId, nobodys(known), maker.records(form, filled));
        }
        var right = filled.with(form, corrected, policy);
        return people.add(personId, nobodys(owners(right)), maker.records(form, right));
    }

    /** Whose each identifier is, by its keyed hash, in the order of the form. */
    private Map<String, Optional<String>> owners(FilledForm filled) {
        var owners = new LinkedHashMap<String, Optional<String>>();
        filled.identifiers().stream()
                .map(identifiers::hash)
                .forEach(hash -> owners.put(hash, identifiers.personOf(hash)));
        return owners;
    }

    private static List<String> nobodys(Map<String, Optional<String>> owners) {
        return owners.entrySet().stream()
                .filter(owner -> owner.getValue().isEmpty())
                .map(Map.Entry::getKey)
                .toList();
    }
}
