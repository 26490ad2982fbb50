package dev.kept.intake;

import dev.kept.choice.AskConsent;
import dev.kept.http.Call;
import dev.kept.http.ProblemFound;
import dev.kept.person.Corrections;
import dev.kept.person.DateRecords;
import dev.kept.person.Identifiers;
import dev.kept.person.Ids;
import dev.kept.person.Milestones;
import dev.kept.person.People;
import dev.kept.policy.Form;
import dev.kept.policy.Policy;
import java.time.Clock;
import java.time.LocalDate;
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
    private final DateRecords dates;
    private final Clock clock;

    public CollectForm(
            Policy policy,
            People people,
            Identifiers identifiers,
            Corrections corrections,
            AskConsent consent,
            Ids ids,
            RecordMaker maker,
            DateRecords dates,
            Clock clock) {
        this.policy = policy;
        this.people = people;
        this.identifiers = identifiers;
        this.corrections = corrections;
        this.consent = consent;
        this.ids = ids;
        this.maker = maker;
        this.dates = dates;
        this.clock = clock;
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
        var milestones = dates.milestones(personId);
        if (corrected.isEmpty()) {
            return add(personId, known, form, filled, milestones);
        }
        var right = filled.with(form, corrected, policy);
        return add(personId, owners(right), form, right, milestones);
    }

    private boolean add(
            String personId,
            Map<String, Optional<String>> owners,
            Form form,
            FilledForm filled,
            Milestones milestones) {
        if (!people.add(personId, nobodys(owners), maker.records(form, filled, milestones), milestones)) {
            return false;
        }
        dates.contact(personId, LocalDate.ofInstant(clock.instant(), policy.zone()));
        return true;
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
