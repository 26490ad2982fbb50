package dev.kept.local.identity;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One call of the provider: {@code path} below the issuer, parameters of the query or of the form. */
public record Ask(String method, String path, Map<String, String> parameters, String acceptLanguage) {
    static Map<String, String> parameters(@Nullable String encoded) {
        Map<String, String> parameters = new HashMap<>();
        for (String pair : encoded == null ? new String[0] : encoded.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                parameters.put(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
            }
        }
        return parameters;
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    String get(String name) {
        return parameters.getOrDefault(name, "");
    }

    boolean french() {
        String wanted = get("ui_locales").isEmpty() ? acceptLanguage : get("ui_locales");
        return wanted.startsWith("fr");
    }

    /** It carries codes and verifiers. */
    @Override
    public String toString() {
        return "[ask]";
    }
}
