package dev.kept.step;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.kept.http.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * A function that a workflow or a schedule calls. Its named exceptions are what the workflow retries and catches; one
 * of the AWS SDK gets the name {@link AwsCallFailed}.
 */
public interface StepFunction extends RequestStreamHandler {
    /** Does the step and answers with ids, counts and enum words. */
    Map<String, Object> run(Step step);

    @Override
    default void handleRequest(InputStream event, OutputStream answer, Context context) throws IOException {
        var done = done(new Step(Json.object(event)));
        answer.write(Json.text(done).getBytes(StandardCharsets.UTF_8));
    }

    private Map<String, Object> done(Step step) {
        try {
            return run(step);
        } catch (SdkException failed) {
            throw new AwsCallFailed(failed);
        }
    }
}
