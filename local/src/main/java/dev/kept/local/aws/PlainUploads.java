package dev.kept.local.aws;

import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpRequest;

/**
 * Sends objects without asking first whether the store wants them, and makes each call by a connection of its own.
 *
 * <p>After an {@code Expect: 100-continue}, or when it has answered before the checksum behind an object has arrived, the
 * local S3 server closes a connection that the JDK's client still takes for open. Whatever left one behind, were it a reading, the uploads after it
 * failed, as often as they were tried. The
 * SDK finds this class by the file {@code software/amazon/awssdk/services/s3/execution.interceptors}, in every S3 client of
 * the local run.
 */
public final class PlainUploads implements ExecutionInterceptor {
    @Override
    public SdkHttpRequest modifyHttpRequest(Context.ModifyHttpRequest context, ExecutionAttributes attributes) {
        return context.httpRequest().toBuilder()
                .removeHeader("Expect")
                .putHeader("Connection", "close")
                .build();
    }
}
