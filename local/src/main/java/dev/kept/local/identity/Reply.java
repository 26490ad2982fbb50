package dev.kept.local.identity;

import dev.kept.json.Trees;
import java.util.Map;

/** What the provider answers. */
public record Reply(int status, Map<String, String> headers, String body) {
    static Reply json(int status, Object tree) {
        return new Reply(
                status, Map.of("Content-Type", "application/json", "Cache-Control", "no-store"), Trees.write(tree));
    }

    static Reply fault(String error, String description) {
        return json(400, Map.of("error", error, "error_description", description));
    }

    static Reply text(int status, String text) {
        return new Reply(status, Map.of("Content-Type", "text/plain; charset=utf-8"), text);
    }

    static Reply redirect(String address) {
        return new Reply(303, Map.of("Location", address, "Cache-Control", "no-store"), "");
    }
}
