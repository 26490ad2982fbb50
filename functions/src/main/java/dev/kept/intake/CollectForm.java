package dev.kept.intake;

import dev.kept.http.Call;
import dev.kept.http.ProblemFound;
import dev.kept.person.Identifiers;
import dev.kept.person.Ids;
import dev.kept.person.People;
import dev.kept.policy.Form;
import dev.kept.policy.Policy;
import java.util.ArrayList;
import java.util.List;

/** The one way in for every form: checks it against the policy, finds or makes the person, writes the records. */
public final class CollectForm {
    private final Policy policy;
    private final People people;
    private final Identifiers identifiers;
    private final Ids ids;
    private final RecordMaker maker;

    public CollectForm(Policy policy, People people, Identifiers identifiers, Ids ids, RecordMaker maker) {
        this.policy = policy;
        this.people = people;
        this.identifiers = identifiers;
        this.ids = ids;
        this.maker = maker;
    }

    /** Takes what was filled in; all of it is stored, or none. */
    Collected collect(String formName, Call call) {
        var form = policy.form(formName).orElseThrow(ProblemFound::notFound);
        var filled = FilledForm.read(form, policy, call);
        var hashes = filled.identifiers().stream().map(identifiers::hash).toList();
        while (!stored(form, filled, hashes)) {
            // somebody else's write made one of the identifiers known in between: look again
        }
        return new Collected(formName, List.copyOf(filled.fields().keySet()));
    }

    private boolean stored(Form form, FilledForm filled, List<String> hashes) {
        var unknown = new ArrayList<String>();
        var owner = "";
        for (var hash : hashes) {
            var known = identifiers.personOf(hash);
            if (known.isEmpty()) {
                unknown.add(hash);
            } else if (owner.isEmpty()) {
                owner = known.get();
            }
        }
        var personId = owner.isEmpty() ? ids.next() : owner;
        return people.add(personId, unknown, maker.records(form, filled));
    }
}
