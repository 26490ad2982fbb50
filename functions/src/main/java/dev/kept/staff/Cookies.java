package dev.kept.staff;

import dev.kept.http.Call;
import java.time.Duration;
import java.util.Optional;

/** The cookies of the console: no script reads them, no other site sends them along with a form, no subdomain sets them. */
final class Cookies {
    static final String SESSION = "__Host-kept-session";
    static final String SIGN_IN = "__Host-kept-sign-in";

    private Cookies() {}

    static Optional<String> find(Call call, String name) {
        for (var pair : call.header("cookie").orElse("").split(";", -1)) {
            var parts = pair.strip().split("=", 2);
            if (parts.length == 2 && parts[0].equals(name) && !parts[1].isEmpty()) {
                return Optional.of(parts[1]);
            }
        }
        return Optional.empty();
    }

    /** The header's value that sets a cookie for that long, or takes it away after no time at all. */
    static String set(String name, String value, Duration life) {
        return name + "=" + value + "; Max-Age=" + life.toSeconds() + "; Path=/; Secure; HttpOnly; SameSite=Lax";
    }
}
