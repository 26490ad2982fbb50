package dev.kept.local.template;

import dev.kept.local.template.Table.Index;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads {@code AWS::DynamoDB::Table}. */
final class TableReader {
    private final Names names;

    TableReader(Names names) {
        this.names = names;
    }

    Table read(String id, Part part) {
        part.without(
                "TableName", "DeletionProtectionEnabled", "Tags", "TableClass", "ContributorInsightsSpecification");
        part.only("BillingMode", "PAY_PER_REQUEST");
        var types = types(part);
        var keys = keys(part, types);
        var indexes = part.parts("GlobalSecondaryIndexes").stream()
                .map(index -> index(index, types))
                .toList();
        var timeToLive = part.partOrEmpty("TimeToLiveSpecification");
        var recovery = part.partOrEmpty("PointInTimeRecoverySpecification");
        var encryption = part.partOrEmpty("SSESpecification");
        var table = new Table(
                id,
                names.reference(id).orElse(id),
                keys,
                types,
                indexes,
                timeToLive.find("AttributeName").filter(name -> timeToLive.flag("Enabled", false)),
                recovery.without("RecoveryPeriodInDays").flag("PointInTimeRecoveryEnabled", false),
                encryption.without("SSEType", "KMSMasterKeyId").flag("SSEEnabled", false));
        timeToLive.end();
        recovery.end();
        encryption.end();
        part.end();
        return table;
    }

    private static Map<String, String> types(Part part) {
        var types = new LinkedHashMap<String, String>();
        for (var definition : part.parts("AttributeDefinitions")) {
            types.put(definition.text("AttributeName"), definition.text("AttributeType"));
            definition.end();
        }
        return types;
    }

    private static List<String> keys(Part part, Map<String, String> types) {
        var keys = part.parts("KeySchema").stream().map(key -> {
            key.without("KeyType");
            var name = key.text("AttributeName");
            if (!types.containsKey(name)) {
                key.fault("AttributeName", name + " is not among AttributeDefinitions: add it there");
            }
            key.end();
            return name;
        });
        var all = keys.toList();
        if (all.isEmpty() || all.size() > 2) {
            part.fault("KeySchema", "names one or two attributes");
        }
        return all;
    }

    private static Index index(Part part, Map<String, String> types) {
        var projection = part.partOrEmpty("Projection");
        var index = new Index(
                part.text("IndexName"),
                keys(part, types),
                projection.find("ProjectionType").orElse("ALL"),
                projection.texts("NonKeyAttributes"));
        projection.end();
        part.end();
        return index;
    }
}
