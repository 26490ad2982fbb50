package dev.kept.http;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** A function that API Gateway asks, before another answers a call, who calls and whether they may. */
public interface AuthorizerFunction extends RequestStreamHandler {
    /** Judges one call; throws {@link Unauthorized} where nobody can be told from it. */
    Verdict judge(Call call);

    @Override
    default void handleRequest(InputStream event, OutputStream answer, Context context) throws IOException {
        var tree = Json.object(event);
        var policy = judge(Call.of(tree)).policy(Json.string(tree, "methodArn"));
        answer.write(Json.text(policy).getBytes(StandardCharsets.UTF_8));
    }

    /** Nobody is signed in. Its message is the one that API Gateway turns into 401; any other would be 500. */
    final class Unauthorized extends RuntimeException {
        public Unauthorized() {
            super("Unauthorized", null, false, false);
        }
    }
}
