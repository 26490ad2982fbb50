package dev.kept.local.template;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A DynamoDB table.
 *
 * @param id the logical id
 * @param name as the functions are told it
 * @param keys the attributes of its key, partition key first
 * @param types the DynamoDB type of each attribute that is part of a key, such as {@code S}
 * @param indexes its global secondary indexes
 * @param timeToLive the attribute that holds when an item expires
 * @param recoverable whether it can be restored to a point in time
 * @param encrypted whether it is encrypted with a key of the stack
 */
public record Table(
        String id,
        String name,
        List<String> keys,
        Map<String, String> types,
        List<Index> indexes,
        Optional<String> timeToLive,
        boolean recoverable,
        boolean encrypted) {

    /**
     * A global secondary index.
     *
     * @param keys the attributes of its key, partition key first
     * @param projection {@code ALL}, {@code KEYS_ONLY} or {@code INCLUDE}
     * @param included the further attributes that it holds
     */
    public record Index(String name, List<String> keys, String projection, List<String> included) {}
}
