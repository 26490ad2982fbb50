package dev.kept.local;

import dev.kept.local.template.Template;
import dev.kept.policy.Policy;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The values that an operator would choose at deployment, as they are on one machine. */
final class StackParameters {
    /** Who the console is to the identity provider. */
    static final String CLIENT = "kept";

    private final Map<String, String> values = new LinkedHashMap<>();

    StackParameters(URI address, Policy policy) {
        var sender = policy.addresses().sender();
        values.put("Policy", policy.id());
        values.put("PublicAddress", address.toString());
        values.put("Sender", policy.addresses().senderName() + " <" + sender + ">");
        values.put("SenderIdentity", sender.substring(sender.indexOf('@') + 1));
        values.put("StaffIssuer", issuer(address).toString());
        values.put("StaffAudience", CLIENT);
    }

    static URI issuer(URI address) {
        return address.resolve("/_local/identity");
    }

    /** Those that the template declares. */
    Map<String, String> of(Path template) {
        var chosen = new LinkedHashMap<>(values);
        chosen.keySet().retainAll(Template.parametersOf(template));
        return chosen;
    }
}
