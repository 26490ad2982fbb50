package dev.kept.retention;

import dev.kept.hold.Holds;
import dev.kept.ledger.Ledger;
import dev.kept.person.IdentifierHashes;
import dev.kept.person.IdentifierRow;
import dev.kept.person.Keys;
import dev.kept.person.People;
import dev.kept.person.PeopleRow;
import dev.kept.system.Systems;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** The copies that the erasures can be replayed on, by the names that an operator has for their tables. */
public final class Copies {
    private static final String PEOPLE = "People";
    private static final String IDENTIFIERS = "Identifiers";
    private static final String REQUESTS = "Requests";

    private final DynamoDbClient client;
    private final Names names;
    private final Systems systems;
    private final Keeping keeping;
    private final Stores stores;

    /** The names of Kept's own tables. */
    public record Names(String people, String identifiers, String requests) {}

    /** What says of a row what becomes of it. */
    public record Stores(People people, Holds holds, Keys keys, IdentifierHashes hashes, Ledger ledger) {}

    public Copies(DynamoDbClient client, Names names, Systems systems, Keeping keeping, Stores stores) {
        this.client = client;
        this.names = names;
        this.systems = systems;
        this.keeping = keeping;
        this.stores = stores;
    }

    /**
     * A copy, how the erasures are carried out on it, and what becomes of its rows.
     *
     * @param system whose erasures concern it
     * @param comesBack whether its rows can be put back one by one
     */
    record Restored(String system, RestoredTable table, Copy copy, RowRule rule, boolean comesBack) {}

    /** The copy of that table. */
    Restored of(String table) {
        return switch (table) {
            case PEOPLE -> people();
            case IDENTIFIERS ->
                scanned(
                        new RestoredTable(client, names.identifiers(), IdentifierRow.KEY),
                        new IdentifiersRule(stores.people()),
                        true);
            case REQUESTS ->
                scanned(
                        new RestoredTable(client, names.requests(), List.of("requestId", "item")),
                        new RequestsRule(stores.keys()),
                        false);
            default -> foreign(table);
        };
    }

    private Restored people() {
        var copy = new RestoredTable(client, names.people(), PeopleRow.KEY);
        var rule = new PeopleRule(keeping, stores.holds(), stores.keys(), stores.ledger());
        return new Restored(own(), copy, new PeopleCopy(copy, rule), rule, true);
    }

    private Restored scanned(RestoredTable copy, RowRule rule, boolean comesBack) {
        return new Restored(own(), copy, new ScannedCopy(copy, rule), rule, comesBack);
    }

    private Restored foreign(String system) {
        if (!systems.tables().contains(system)) {
            throw new ReplayRefused("table has to be one of "
                    + String.join(
                            ", ",
                            Stream.concat(Stream.of(PEOPLE, IDENTIFIERS, REQUESTS), systems.tables().stream())
                                    .toList())
                    + ": nothing that is erased by itself stands in another.");
        }
        var rows = systems.rows(system);
        var copy = new RestoredTable(client, rows.tableName(), rows.key());
        var rule = new ForeignRule(system, rows, stores.hashes(), keeping, stores.holds());
        return new Restored(system, copy, new ScannedCopy(copy, rule), rule, true);
    }

    private String own() {
        return systems.ownId();
    }

    /** Whether records come back with that table, in which corrections have to be applied again. */
    boolean holdsRecords(String table) {
        return table.equals(PEOPLE) || systems.tables().contains(table);
    }
}
