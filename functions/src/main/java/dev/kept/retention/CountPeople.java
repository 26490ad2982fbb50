package dev.kept.retention;

import dev.kept.policy.Anonymisation;
import dev.kept.policy.Policy;
import dev.kept.system.ConnectedSystem;
import dev.kept.system.Row;
import dev.kept.system.Subject;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Anonymises a person's records: before they are erased she is counted, once, in the groups that the policy makes of them; nothing
 * else of them is left.
 */
public final class CountPeople {
    private final Policy policy;
    private final Statistics statistics;
    private final Clock clock;

    public CountPeople(Policy policy, Statistics statistics, Clock clock) {
        this.policy = policy;
        this.statistics = statistics;
        this.clock = clock;
    }

    /**
     * Counts her in what a system holds of these categories; done twice it is done once.
     *
     * @param requestId on whose account the records go
     */
    public void count(String requestId, ConnectedSystem system, Subject subject, Set<String> categories) {
        var rules = categories.stream()
                .filter(category -> !statistics.isCounted(occasion(requestId, system, category)))
                .collect(Collectors.toMap(
                        category -> category,
                        category ->
                                Objects.requireNonNull(policy.category(category).anonymisation())));
        if (rules.isEmpty()) {
            return;
        }
        var now = clock.instant();
        var year = LocalDate.ofInstant(now, policy.zone()).getYear();
        var groups = groups(system, subject, rules, year);
        rules.forEach((category, rule) -> statistics.count(
                occasion(requestId, system, category),
                rule.people(),
                groups.stream()
                        .filter(group -> group.category().equals(category))
                        .toList(),
                now));
    }

    private static String occasion(String requestId, ConnectedSystem system, String category) {
        return requestId + "/" + system.id() + "/" + category;
    }

    /** However many records she has, she is in few groups, and in each but once. */
    private static Set<Statistics.Group> groups(
            ConnectedSystem system, Subject subject, Map<String, Anonymisation> rules, int year) {
        var groups = new HashSet<Statistics.Group>();
        system.gather(subject, new ConnectedSystem.Collector() {
            @Override
            public void row(Row row) {
                var rule = rules.get(row.category());
                if (rule != null) {
                    groups.add(new Statistics.Group(row.category(), system.id(), year, traits(rule, row)));
                }
            }

            @Override
            public void file(String category, String name, long bytes, InputStream content) {
                // a document has no traits, and the policy's check refuses to count any
            }
        });
        return groups;
    }

    private static SortedMap<String, String> traits(Anonymisation rule, Row row) {
        var traits = new TreeMap<String, String>();
        rule.by()
                .forEach(trait ->
                        traits.put(trait.name(), trait.grouped(row.fields().getOrDefault(trait.name(), ""))));
        return traits;
    }
}
