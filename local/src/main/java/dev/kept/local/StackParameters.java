package dev.kept.local;

import dev.kept.local.template.Template;
import dev.kept.policy.ConnectedSystemDeclaration.Http;
import dev.kept.policy.Policy;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The values that an operator would choose at deployment, as they are on one machine. */
final class StackParameters {
    /** Who the console is to the identity provider. */
    static final String CLIENT = "kept";

    /** Which the sub-processors that are played know too. */
    private static final String SECRET = "known-to-both";

    private final Map<String, String> values = new LinkedHashMap<>();

    StackParameters(URI address, Policy policy) {
        var sender = policy.addresses().sender();
        values.put("Policy", policy.id());
        values.put("PublicAddress", address.toString());
        values.put("Sender", policy.addresses().senderName() + " <" + sender + ">");
        values.put("SenderIdentity", sender.substring(sender.indexOf('@') + 1));
        values.put("StaffIssuer", issuer(address).toString());
        values.put("StaffAudience", CLIENT);
        for (var system : policy.systems()) {
            if (system instanceof Http played) {
                values.put(
                        parameter(played.addressSetting()),
                        address.resolve(SampleCompany.path(played.id())).toString());
                values.put(parameter(played.secretSetting()), SECRET);
            }
        }
    }

    /** The parameter of a setting: {@code MailingServiceAddress} of {@code MAILING_SERVICE_ADDRESS}. */
    private static String parameter(String setting) {
        return Stream.of(setting.split("_", -1))
                .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining());
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
