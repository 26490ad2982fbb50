package dev.kept.local.function;

import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Sees each call that one function makes to AWS: counts it, and refuses what the template does not allow. */
final class Watch implements ExecutionInterceptor {
    private final String function;
    private final AwsCalls calls;
    private final CallLog log;
    private final Permissions permissions;

    Watch(String function, AwsCalls calls, CallLog log, Permissions permissions) {
        this.function = function;
        this.calls = calls;
        this.log = log;
        this.permissions = permissions;
    }

    @Override
    public void beforeExecution(Context.BeforeExecution execution, ExecutionAttributes attributes) {
        var operation = attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME);
        for (var call : calls.of(operation, execution.request())) {
            log.add(function, call);
            if (!permissions.allows(function, call)) {
                throw denied(call);
            }
        }
    }

    /** S3 tells that an object is not there only those who may list its bucket; to all others it is forbidden. */
    @Override
    public Throwable modifyException(Context.FailedExecution failed, ExecutionAttributes attributes) {
        if (failed.exception() instanceof S3Exception absent && absent.statusCode() == 404) {
            var bucket =
                    failed.request().getValueForField("Bucket", String.class).orElse("");
            var listing = new AwsCall("s3:ListBucket", "arn:aws:s3:::" + bucket);
            if (!permissions.allows(function, listing)) {
                return denied(listing);
            }
        }
        return failed.exception();
    }

    private AwsServiceException denied(AwsCall call) {
        var message = function + " is not authorized to perform " + call.action() + " on " + call.place()
                + ": add it to the function's Policies in template.yaml";
        return AwsServiceException.builder()
                .message(message)
                .statusCode(400)
                .awsErrorDetails(AwsErrorDetails.builder()
                        .errorCode("AccessDeniedException")
                        .errorMessage(message)
                        .build())
                .build();
    }
}
