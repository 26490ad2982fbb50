package dev.kept.system;

import dev.kept.items.Deletions;
import dev.kept.person.People;
import dev.kept.person.PersonRecord;
import dev.kept.person.Use;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.core.exception.SdkException;

/** Kept's own tables: what the forms have brought in. */
final class OwnTables implements ConnectedSystem {
    private final String id;
    private final People people;

    OwnTables(String id, People people) {
        this.id = id;
        this.people = people;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Map<String, Integer> count(Subject subject) {
        var counts = new LinkedHashMap<String, Integer>();
        look(subject, (category, records, since) -> counts.merge(category, records, Integer::sum));
        return counts;
    }

    @Override
    public void gather(Subject subject, Collector collector) {
        try {
            subject.personIds().forEach(person -> people.forEach(Use.RIGHTS, person, held -> collector.row(row(held))));
        } catch (SdkException silent) {
            throw new SystemUnavailable(id, silent);
        }
    }

    @Override
    public void look(Subject subject, Sightings seen) {
        try {
            subject.personIds()
                    .forEach(person -> people.look(
                            person, (category, collected) -> seen.saw(category, 1, Optional.of(collected))));
        } catch (SdkException silent) {
            throw new SystemUnavailable(id, silent);
        }
    }

    @Override
    public Erased erase(Subject subject, Selection going, int atMost) {
        var gone = new TreeMap<String, Integer>();
        try {
            for (var person : subject.personIds()) {
                var left = atMost
                        - gone.values().stream().mapToInt(Integer::intValue).sum();
                if (people.erase(
                        person,
                        (category, collected) -> going.includes(category, Optional.of(collected)),
                        left,
                        category -> gone.merge(category, 1, Integer::sum))) {
                    return new Erased(gone, true);
                }
            }
            return new Erased(gone, false);
        } catch (SdkException | Deletions.Unprocessed silent) {
            throw new SystemUnavailable(id, silent);
        }
    }

    /** What an earlier erasure has left for the law's sake is set apart, and stays as it was. */
    @Override
    public Corrected correct(Subject subject, Map<String, String> fields, int atMost) {
        var holding = new TreeMap<String, Integer>();
        var person = subject.personId();
        try {
            if (person.isEmpty()) {
                return new Corrected(holding, false);
            }
            if (people.correct(person.get(), fields, atMost)) {
                return new Corrected(holding, true);
            }
            people.forEach(Use.RIGHTS, person.get(), held -> {
                var values = new LinkedHashMap<>(held.fields());
                values.keySet().retainAll(fields.keySet());
                values.forEach((name, value) -> {
                    if (!value.equals(fields.get(name))) {
                        throw new SystemUnavailable(id, "it still shows an old value");
                    }
                });
                if (!values.isEmpty()) {
                    holding.merge(held.category(), 1, Integer::sum);
                }
            });
            return new Corrected(holding, false);
        } catch (SdkException silent) {
            throw new SystemUnavailable(id, silent);
        }
    }

    private static Row row(PersonRecord held) {
        var about = new LinkedHashMap<String, String>();
        about.put("source", held.source());
        about.put("collected", held.collected().toString());
        about.put("purpose", held.purpose());
        about.put("legalBasis", held.legalBasis());
        about.put("policy", held.policy());
        if (!held.consents().isEmpty()) {
            about.put("consents", String.join(" ", held.consents()));
        }
        about.put("retention", held.retention());
        held.due().ifPresent(due -> about.put("keptUntil", due.toString()));
        return new Row(held.category(), about, held.fields(), List.of());
    }
}
