package dev.kept.request;

import dev.kept.http.Json;
import dev.kept.person.Identifier;
import dev.kept.person.Personal;
import dev.kept.policy.IdentifierType;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the person typed into a request: who it is about, the message and the details. Sealed under the request's own
 * key, and never outside the functions that need it.
 */
public record RequestContent(Identifier identifier, Personal message, Map<String, Object> details) {
    String written() {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("type", identifier.type().name());
        tree.put("value", identifier.value().reveal());
        tree.put("message", message.reveal());
        tree.put("details", details);
        return Json.text(tree);
    }

    static RequestContent read(String written) {
        var tree = Json.object(written);
        return new RequestContent(
                new Identifier(
                        IdentifierType.valueOf(String.valueOf(tree.get("type"))),
                        new Personal(String.valueOf(tree.get("value")))),
                new Personal(String.valueOf(tree.get("message"))),
                Json.child(tree, "details"));
    }

    @Override
    public String toString() {
        return "RequestContent[personal]";
    }
}
