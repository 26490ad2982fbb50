package dev.kept.step;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * A call to AWS that failed for good in this invocation. Workflows try the step again for some hours, since most of what
 * AWS refuses it takes later. Its message holds names and numbers only: what AWS says of a call may quote it, and what is
 * said here stands in a workflow's history and in a log.
 */
public final class AwsCallFailed extends RuntimeException {
    private static final long serialVersionUID = 1;
    private static final int MOST_CAUSES = 5;

    AwsCallFailed(SdkException failed) {
        super(of(failed));
        // not as the cause, whose message would be logged with it
        setStackTrace(failed.getStackTrace());
    }

    private static String of(SdkException failed) {
        return failed instanceof AwsServiceException refused && refused.awsErrorDetails() != null
                ? refused.awsErrorDetails().serviceName() + " "
                        + refused.awsErrorDetails().errorCode() + " " + refused.statusCode() + " " + refused.requestId()
                : causes(failed);
    }

    private static String causes(Throwable failed) {
        return Stream.iterate(failed, Objects::nonNull, Throwable::getCause)
                .limit(MOST_CAUSES)
                .map(cause -> cause.getClass().getSimpleName())
                .collect(Collectors.joining(" caused by "));
    }
}
