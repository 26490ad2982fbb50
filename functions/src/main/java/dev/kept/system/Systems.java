package dev.kept.system;

import dev.kept.person.People;
import dev.kept.policy.ConnectedSystemDeclaration;
import dev.kept.policy.ConnectedSystemDeclaration.Hand;
import dev.kept.policy.ConnectedSystemDeclaration.Http;
import dev.kept.policy.Policy;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

/** The connected systems that the policy declares, but for the sub-processors that the organisation does not use. */
public final class Systems {
    private final Policy policy;
    private final Supplier<People> people;
    private final Supplier<DynamoDbClient> tables;
    private final Supplier<S3Client> buckets;
    private final UnaryOperator<String> setting;
    private final Processors processors;
    private final Supplier<? extends HandWork> hands;

    /**
     * @param setting gives the name of a table or bucket by the setting that the policy names
     */
    public Systems(
            Policy policy,
            Supplier<People> people,
            Supplier<DynamoDbClient> tables,
            Supplier<S3Client> buckets,
            UnaryOperator<String> setting,
            Processors processors,
            Supplier<? extends HandWork> hands) {
        this.policy = policy;
        this.people = people;
        this.tables = tables;
        this.buckets = buckets;
        this.setting = setting;
        this.processors = processors;
        this.hands = hands;
    }

    public List<ConnectedSystem> all() {
        return used().map(this::connect).toList();
    }

    /** The ids of all of them, without connecting any. */
    public List<String> ids() {
        return used().map(ConnectedSystemDeclaration::id).toList();
    }

    /** Kept's own tables: what is found through them goes first, and they go last. */
    public ConnectedSystem own() {
        return policy.systems().stream()
                .filter(ConnectedSystemDeclaration.Kept.class::isInstance)
                .findFirst()
                .map(this::connect)
                .orElseThrow(() -> new IllegalStateException("the policy does not declare Kept's own tables"));
    }

    /** The id of Kept's own tables, without connecting them. */
    public String ownId() {
        return policy.systems().stream()
                .filter(ConnectedSystemDeclaration.Kept.class::isInstance)
                .map(ConnectedSystemDeclaration::id)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the policy does not declare Kept's own tables"));
    }

    /** All but Kept's own tables. */
    public List<ConnectedSystem> others() {
        return used().filter(declared -> !(declared instanceof ConnectedSystemDeclaration.Kept))
                .map(this::connect)
                .toList();
    }

    public ConnectedSystem get(String id) {
        return policy.system(id)
                .map(this::connect)
                .orElseThrow(() -> new IllegalArgumentException("the policy declares no system " + id));
    }

    /** The systems that know how old their records are. */
    public List<AgedSystem> aged() {
        return aged(policy).map(this::connect).map(AgedSystem.class::cast).toList();
    }

    /** The ids of the systems that know how old their records are, without connecting any. */
    public static List<String> agedIds(Policy policy) {
        return aged(policy).map(ConnectedSystemDeclaration::id).toList();
    }

    private static Stream<ConnectedSystemDeclaration> aged(Policy policy) {
        return policy.systems().stream()
                .filter(declared -> declared instanceof ConnectedSystemDeclaration.S3
                        || (declared instanceof ConnectedSystemDeclaration.DynamoDb table && table.made() != null));
    }

    /** The connected tables, by their ids: what can be restored to a point in time. */
    public List<String> tables() {
        return policy.systems().stream()
                .filter(ConnectedSystemDeclaration.DynamoDb.class::isInstance)
                .map(ConnectedSystemDeclaration::id)
                .toList();
    }

    /** The rows of one of them. */
    public ForeignRows rows(String id) {
        return policy.system(id)
                .map(ConnectedSystemDeclaration.DynamoDb.class::cast)
                .map(declared -> {
                    var name = setting.apply(declared.tableSetting());
                    return new ForeignRows(
                            declared, new ForeignTable(declared, tables.get(), name, policy.zone()), name);
                })
                .orElseThrow();
    }

    private Stream<ConnectedSystemDeclaration> used() {
        return policy.systems().stream()
                .filter(declared -> !(declared instanceof Http http) || processors.isUsed(http));
    }

    private ConnectedSystem connect(ConnectedSystemDeclaration declaration) {
        if (declaration instanceof ConnectedSystemDeclaration.DynamoDb table) {
            return new ForeignTable(table, tables.get(), setting.apply(table.tableSetting()), policy.zone());
        }
        if (declaration instanceof ConnectedSystemDeclaration.S3 bucket) {
            return new ForeignBucket(bucket, buckets.get(), setting.apply(bucket.bucketSetting()));
        }
        if (declaration instanceof Http processor) {
            return processors.connect(processor, policy.regime());
        }
        if (declaration instanceof Hand place) {
            return new HandSystem(place, hands);
        }
        return new OwnTables(declaration.id(), people.get(), policy);
    }
}
