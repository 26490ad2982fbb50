package dev.kept.system;

import dev.kept.items.Deletions;
import dev.kept.person.Milestones;
import dev.kept.person.People;
import dev.kept.person.PersonRecord;
import dev.kept.person.Use;
import dev.kept.policy.Lifetimes;
import dev.kept.policy.Policy;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.exception.SdkException;

/** Kept's own tables: what the forms have brought in. */
final class OwnTables implements ConnectedSystem {
    private final String id;
    private final People people;
    private final Policy policy;
    private final Lifetimes lifetimes;

    OwnTables(String id, People people, Policy policy) {
        this.id = id;
        this.people = people;
        this.policy = policy;
        lifetimes = new Lifetimes(policy.fiscalYearEnd());
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
            for (var person : subject.personIds()) {
                var milestones = people.dates(policy).milestones(person);
                people.forEach(Use.RIGHTS, person, held -> collector.row(row(held, milestones)));
            }
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

    private Row row(PersonRecord held, Milestones milestones) {
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
        explained(held, milestones).ifPresent(steps -> about.put("keptUntilBecause", steps));
        return new Row(held.category(), about, held.fields(), List.of());
    }

    /** How its last day comes about, in the policy's first language, as the rule in words is. */
    private Optional<String> explained(PersonRecord held, Milestones milestones) {
        var french = policy.languages().get(0).equals("fr");
        return Optional.ofNullable(policy.categories().get(held.category()))
                .map(category ->
                        lifetimes
                                .of(category, milestones.facts(category.name(), held.collected(), policy.zone()))
                                .steps()
                                .stream()
                                .map(step -> french ? step.french() : step.english())
                                .collect(Collectors.joining("; ")));
    }
}
