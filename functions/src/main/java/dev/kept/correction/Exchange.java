package dev.kept.correction;

import dev.kept.person.Identifier;
import dev.kept.person.People;
import dev.kept.person.Use;
import dev.kept.policy.KeyClass;
import dev.kept.policy.Policy;
import dev.kept.system.Subject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Gives a person who corrects her e-mail address or telephone number the new one to be found by, in place of the old. */
public final class Exchange {
    private final Policy policy;
    private final People people;

    public Exchange(Policy policy, People people) {
        this.policy = policy;
        this.people = people;
    }

    /** Whether the value is hers now; false only when it leads to somebody else. Done twice it is done once. */
    boolean done(Subject subject, String field, String value) {
        var claimed = Identifier.of(field, value, policy);
        if (claimed.isEmpty() || subject.personId().isEmpty()) {
            return true;
        }
        return people.former()
                .exchange(
                        subject.personId().get(),
                        claimed.get(),
                        released(subject.personId().get(), field, claimed.get()));
    }

    /** The person, found by the new values too: a system may hold some of her records under them already. */
    Subject andNow(Subject subject, Map<String, String> values) {
        var identifiers = new ArrayList<>(subject.identifiers());
        values.forEach((field, value) -> Identifier.of(field, value, policy)
                .filter(one -> !identifiers.contains(one))
                .ifPresent(identifiers::add));
        return subject.with(identifiers);
    }

    /** What the field held, but for what another field of hers holds too. */
    private Map<Identifier, KeyClass> released(String personId, String field, Identifier claimed) {
        var here = new LinkedHashMap<Identifier, KeyClass>();
        var elsewhere = new HashSet<Identifier>(Set.of(claimed));
        people.forEach(
                Use.RIGHTS,
                personId,
                held -> held.fields()
                        .forEach((name, value) -> Identifier.of(name, value, policy)
                                .ifPresent(found -> {
                                    if (name.equals(field)) {
                                        here.put(found, held.keyClass());
                                    } else {
                                        elsewhere.add(found);
                                    }
                                })));
        here.keySet().removeAll(elsewhere);
        return here;
    }
}
