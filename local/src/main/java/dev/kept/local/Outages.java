package dev.kept.local;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/** Makes calls to a table, a bucket or an interface fail for a while, as when a company's own system is down. */
final class Outages implements ExecutionInterceptor {
    private final Clock clock;
    private final Map<String, Instant> until = new ConcurrentHashMap<>();

    Outages(Clock clock) {
        this.clock = clock;
    }

    void add(String tableOrBucket, Instant end) {
        until.put(tableOrBucket, end);
    }

    void end(String tableOrBucket) {
        until.remove(tableOrBucket);
    }

    /** Whether that is down at this moment. */
    boolean isOff(String system) {
        var end = until.get(system);
        return end != null && clock.instant().isBefore(end);
    }

    @Override
    public void beforeExecution(Context.BeforeExecution execution, ExecutionAttributes attributes) {
        for (var field : execution.request().sdkFields()) {
            var name = field.memberName();
            if (name.equals("TableName") || name.equals("Bucket")) {
                refuse(String.valueOf(field.getValueOrDefault(execution.request())));
            }
        }
    }

    private void refuse(String tableOrBucket) {
        if (isOff(tableOrBucket)) {
            throw AwsServiceException.builder()
                    .message("the system is down")
                    .statusCode(503)
                    .awsErrorDetails(AwsErrorDetails.builder()
                            .errorCode("ServiceUnavailable")
                            .errorMessage("the system is down")
                            .build())
                    .build();
        }
    }
}
