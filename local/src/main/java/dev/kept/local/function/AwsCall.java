package dev.kept.local.function;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a call to AWS needs to be allowed.
 *
 * @param action such as {@code dynamodb:PutItem}
 * @param resources the ARNs that it may be known under; to be allowed on one of them is enough
 * @param facts what conditions may look at, such as {@code ses:FromAddress}
 */
public record AwsCall(String action, List<String> resources, Map<String, Set<String>> facts) {
    public AwsCall {
        resources = List.copyOf(resources);
        facts = Map.copyOf(facts);
    }

    AwsCall(String action, String resource) {
        this(action, List.of(resource), Map.of());
    }

    /** What the call is mostly about. */
    public String resource() {
        return resources.isEmpty() ? "*" : resources.get(0);
    }

    /** The resource without the name of an object, which nobody has to see. */
    String place() {
        return resource().replaceFirst("(arn:aws:s3:::[^/]*)/.*", "$1/*");
    }
}
