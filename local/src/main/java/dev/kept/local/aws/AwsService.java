package dev.kept.local.aws;

import java.util.Map;

/** What one AWS service can do here, by the name under which the SDK asks for it. */
public interface AwsService {
    /** Keys are {@code Target.Operation} for the JSON protocol and the plain operation for the Query protocol. */
    Map<String, Operation> operations();
}
