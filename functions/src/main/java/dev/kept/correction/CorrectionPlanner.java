package dev.kept.correction;

import dev.kept.person.Identifier;
import dev.kept.person.Identifiers;
import dev.kept.policy.ConnectedSystemDeclaration;
import dev.kept.policy.Field;
import dev.kept.policy.Policy;
import dev.kept.request.Contents;
import dev.kept.request.Proposal;
import dev.kept.system.ConnectedSystem;
import dev.kept.system.Row;
import dev.kept.system.Subject;
import dev.kept.system.SystemUnavailable;
import dev.kept.system.SystemUnfinished;
import dev.kept.system.Systems;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds out what a correction would do: which systems hold the fields now, in how many records, with what values. */
public final class CorrectionPlanner {
    private final Policy policy;
    private final Systems systems;
    private final Identifiers identifiers;
    private final Contents contents;

    public CorrectionPlanner(Policy policy, Systems systems, Identifiers identifiers, Contents contents) {
        this.policy = policy;
        this.systems = systems;
        this.identifiers = identifiers;
        this.contents = contents;
    }

    /** A plan, and the values that it was made of. */
    record Drawn(CorrectionPlan plan, HeldValues held) {}

    Drawn draw(String requestId, Subject subject, Proposal proposal) {
        var held = new LinkedHashMap<String, HeldValues.OfSystem>();
        for (var system : systems.ids()) {
            var names = names(system, proposal.fields().keySet());
            if (!names.isEmpty()) {
                held.put(system, read(systems.get(system), subject, names));
            }
        }
        var values = new HeldValues(held);
        return new Drawn(
                new CorrectionPlan(requestId, fields(requestId, subject, proposal, values), places(values)), values);
    }

    private static List<CorrectionPlan.Place> places(HeldValues values) {
        var places = new ArrayList<CorrectionPlan.Place>();
        values.systems()
                .forEach((id, system) ->
                        places.add(new CorrectionPlan.Place(id, system.answered(), system.found(), system.fields())));
        return List.copyOf(places);
    }

    private List<FieldPlan> fields(String requestId, Subject subject, Proposal proposal, HeldValues held) {
        var key = contents.key(requestId);
        var fields = new ArrayList<FieldPlan>();
        for (var field : proposal.fields().keySet().stream().sorted().toList()) {
            var value = proposal.fields().getOrDefault(field, "");
            fields.add(new FieldPlan(
                    field,
                    policy.fields(field).stream().allMatch(Field::selfService),
                    Identifier.of(field, value, policy)
                            .flatMap(found -> identifiers.personOf(identifiers.hash(found)))
                            .filter(owner -> !subject.personId().equals(Optional.of(owner)))
                            .isPresent(),
                    key.mac(Identifier.spelled(field, value, policy), "field/" + field),
                    held.of(field).stream()
                            .map(was -> key.mac(Identifier.spelled(field, was, policy), "field/" + field))
                            .distinct()
                            .sorted()
                            .toList()));
        }
        return fields;
    }

    /** What a system holds of these fields now. */
    HeldValues.OfSystem read(ConnectedSystem system, Subject subject, Map<String, String> names) {
        var records = new ArrayList<HeldValues.Held>();
        if (system.isByHand()) {
            // nobody knows before somebody has looked, and whoever looks corrects at once
            return new HeldValues.OfSystem(true, List.of());
        }
        try {
            system.gather(subject, new ConnectedSystem.Collector() {
                @Override
                public void row(Row row) {
                    var values = new LinkedHashMap<String, String>();
                    row.fields().forEach((name, value) -> {
                        var field = names.get(name);
                        if (field != null) {
                            values.put(field, value);
                        }
                    });
                    if (!values.isEmpty()) {
                        records.add(new HeldValues.Held(row.category(), values));
                    }
                }

                @Override
                public void file(String category, String name, long bytes, InputStream content) {
                    // a document is no field
                }
            });
        } catch (SystemUnavailable | SystemUnfinished silent) {
            return new HeldValues.OfSystem(false, List.of());
        }
        return new HeldValues.OfSystem(true, List.copyOf(records));
    }

    /** What finds a person in a table stays as it is there: she is known to it by what she was known by. */
    private static boolean findsHer(ConnectedSystemDeclaration declared, String attribute) {
        return declared instanceof ConnectedSystemDeclaration.DynamoDb table
                && (table.itemKey().contains(attribute)
                        || attribute.equals(table.key().attribute())
                        || attribute.equals(table.sortKey()));
    }

    /** The names that a system has for these fields, each with the field; none where it holds none of them. */
    Map<String, String> names(String system, Set<String> fields) {
        var declared = policy.systems().stream()
                .filter(one -> one.id().equals(system))
                .findFirst()
                .orElseThrow();
        var names = new LinkedHashMap<String, String>();
        if (declared instanceof ConnectedSystemDeclaration.Kept) {
            fields.forEach(field -> names.put(field, field));
        }
        if (declared instanceof ConnectedSystemDeclaration.Hand) {
            fields.stream()
                    .filter(field -> policy.fields(field).stream()
                            .anyMatch(one -> declared.categories().contains(one.category())))
                    .forEach(field -> names.put(field, field));
        }
        for (var attribute : declared.attributes()) {
            var field = attribute.field();
            if (field != null
                    && fields.contains(field)
                    && !attribute.thirdParty()
                    && !findsHer(declared, attribute.name())) {
                names.put(attribute.name(), field);
            }
        }
        return names;
    }
}
