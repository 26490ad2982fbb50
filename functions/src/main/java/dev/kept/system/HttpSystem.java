package dev.kept.system;

import dev.kept.http.Json;
import dev.kept.policy.ConnectedSystemDeclaration.Attribute;
import dev.kept.policy.ConnectedSystemDeclaration.Http;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A sub-processor, asked through its interface, as the policy declares it. */
final class HttpSystem implements ConnectedSystem {
    private final Http declared;
    private final ProcessorCalls calls;
    private final Clock clock;

    HttpSystem(Http declared, ProcessorCalls calls, Clock clock) {
        this.declared = declared;
        this.calls = calls;
        this.clock = clock;
    }

    @Override
    public String id() {
        return declared.id();
    }

    /** Counted anew each time, and at once. */
    @Override
    public Map<String, Integer> count(Subject subject) {
        try {
            return calls.ask(declared.calls().count(), subject, clock.instant().toString(), Map.of())
                    .map(this::counts)
                    .orElse(Map.of());
        } catch (SystemUnfinished late) {
            throw new SystemUnavailable(id(), "it did not count at once");
        }
    }

    @Override
    public void look(Subject subject, Sightings seen) {
        count(subject).forEach((category, records) -> seen.saw(category, records, Optional.empty()));
    }

    @Override
    public void gather(Subject subject, Collector collector) {
        gather(subject, "").forEach(record -> collector.row(row(record)));
    }

    /** Which categories go is said, since what is not said stays. */
    @Override
    public Erased erase(Subject subject, Selection going, int atMost) {
        var categories = declared.categories().stream()
                .filter(category -> going.includes(category, Optional.empty()))
                .sorted()
                .toList();
        if (categories.isEmpty()) {
            return new Erased(Map.of(), false);
        }
        var gone = calls.ask(declared.calls().erasure(), subject, "", Map.of("categories", categories))
                .map(this::counts)
                .orElse(Map.of());
        return new Erased(gone, false);
    }

    /** It says how many records hold the new values; what it hands over afterwards must show no other. */
    @Override
    public Corrected correct(Subject subject, Map<String, String> fields, int atMost) {
        var values = new TreeMap<String, String>();
        for (var attribute : declared.attributes()) {
            var field = attribute.field();
            var value = field == null ? null : fields.get(field);
            if (value != null && !attribute.thirdParty()) {
                values.put(attribute.name(), value);
            }
        }
        if (values.isEmpty()) {
            return new Corrected(Map.of(), false);
        }
        var holding = calls.ask(declared.calls().rectification(), subject, "", Map.of("fields", values))
                .map(this::counts)
                .orElse(Map.of());
        for (var record : gather(subject, "after " + Json.text(values))) {
            values.forEach((name, value) -> {
                var held = record.values().get(name);
                if (held != null && !value.equals(text(held))) {
                    throw new SystemUnavailable(id(), "it still shows an old value");
                }
            });
        }
        return new Corrected(holding, false);
    }

    /** One record that it has handed over. */
    private record Held(String category, Map<String, Object> values) {}

    private List<Held> gather(Subject subject, String occasion) {
        var answer = calls.ask(declared.calls().access(), subject, occasion, Map.of());
        if (answer.isEmpty()) {
            return List.of();
        }
        if (!(ProcessorCalls.at(answer.get(), declared.calls().results()) instanceof Map<?, ?> results)) {
            throw new SystemUnavailable(id(), "it hands over nothing that could be read");
        }
        var held = new ArrayList<Held>();
        results.forEach((category, records) -> {
            if (!(records instanceof List<?> listed)) {
                throw new SystemUnavailable(id(), "it hands over records that are no list");
            }
            for (var record : listed) {
                if (!(record instanceof Map<?, ?>)) {
                    throw new SystemUnavailable(id(), "it hands over records without fields");
                }
                held.add(new Held(declared(category), Json.child(Map.of("record", record), "record")));
            }
        });
        return held;
    }

    private Row row(Held held) {
        var fields = new LinkedHashMap<String, String>();
        var redacted = new ArrayList<String>();
        var thirdParty = declared.attributes().stream()
                .filter(Attribute::thirdParty)
                .map(Attribute::name)
                .toList();
        var names = Stream.concat(
                        declared.attributes().stream().map(Attribute::name),
                        held.values().keySet().stream().sorted())
                .distinct()
                .toList();
        for (var name : names) {
            var value = held.values().get(name);
            if (value != null && thirdParty.contains(name)) {
                redacted.add(name);
            } else if (value != null) {
                fields.put(name, text(value));
            }
        }
        return new Row(held.category(), Map.of(), fields, List.copyOf(redacted));
    }

    private static String text(Object value) {
        return value instanceof Map<?, ?> || value instanceof List<?> ? Json.text(value) : String.valueOf(value);
    }

    private Map<String, Integer> counts(Map<String, Object> answer) {
        if (!(ProcessorCalls.at(answer, declared.calls().counts()) instanceof Map<?, ?> counts)) {
            throw new SystemUnavailable(id(), "it does not say how many records");
        }
        var read = new TreeMap<String, Integer>();
        counts.forEach((category, count) -> {
            if (!(count instanceof Integer number) || number < 0) {
                throw new SystemUnavailable(id(), "it counts in something else than numbers");
            }
            if (number > 0) {
                read.put(declared(category), number);
            }
        });
        return read;
    }

    /** A category that it names, where the policy says that it holds it: of any other nobody knows what to do with it. */
    private String declared(Object category) {
        if (!declared.categories().contains(String.valueOf(category))) {
            throw new SystemUnavailable(id(), "it names a category that the policy does not declare for it");
        }
        return String.valueOf(category);
    }
}
