package dev.kept.local.sample;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.kept.Wiring;
import dev.kept.http.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Lets in whoever says {@code Bearer agent}, refuses {@code Bearer guest}, and does not know anybody else. */
public final class AuthorizeSampleHandler implements RequestStreamHandler {
    @SuppressWarnings("UnusedVariable")
    public AuthorizeSampleHandler(Wiring wiring) {}

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        var event = Json.object(input);
        var said = String.valueOf(Json.child(event, "headers").get("Authorization"));
        if (!List.of("Bearer agent", "Bearer guest").contains(said)) {
            throw new IllegalArgumentException("Unauthorized");
        }
        var effect = said.equals("Bearer agent") ? "Allow" : "Deny";
        var statement = Map.of("Action", "execute-api:Invoke", "Effect", effect, "Resource", event.get("methodArn"));
        var answer = Map.of(
                "principalId", "agnes",
                "policyDocument", Map.of("Version", "2012-10-17", "Statement", List.of(statement)),
                "context", Map.of("role", "agent", "level", 2));
        output.write(Json.text(answer).getBytes(StandardCharsets.UTF_8));
    }
}
