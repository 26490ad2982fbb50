package dev.kept.local.aws;

import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpMethod;
import software.amazon.awssdk.http.SdkHttpRequest;

/**
 * Sends objects without asking first whether the store wants them, and each by a connection of its own.
 *
 * <p>After an {@code Expect: 100-continue}, or when it has answered before the checksum behind an object has arrived, the
 * local S3 server closes a connection that the JDK's client still takes for open: two in a hundred concurrent uploads failed. The
 * SDK finds this class by the file {@code software/amazon/awssdk/services/s3/execution.interceptors}, in every S3 client of
 * the local run.
 */
public final class PlainUploads implements ExecutionInterceptor {
    @Override
    public SdkHttpRequest modifyHttpRequest(Context.ModifyHttpRequest context, ExecutionAttributes attributes) {
        var request = context.httpRequest();
        if (request.method() != SdkHttpMethod.PUT) {
            return request;
        }
        return request.toBuilder()
                .removeHeader("Expect")
                .putHeader("Connection", "close")
                .build();
    }
}
