package dev.kept.staff;

import dev.kept.http.Call;
import java.net.URI;

/**
 * Tells calls that our own pages send from those that another site makes a browser send.
 *
 * <p>Our pages tell nobody where they come from (Referrer-Policy: no-referrer), and browsers then say {@code Origin:
 * null} even to us; {@code Sec-Fetch-Site}, which no script can set, says it in its place.
 *
 * @param origin scheme, host and port of this stack's pages
 */
record OwnOrigin(String origin) {
    static OwnOrigin of(String baseUrl) {
        var address = URI.create(baseUrl);
        return new OwnOrigin(address.getScheme() + "://" + address.getRawAuthority());
    }

    boolean sent(Call call) {
        var said = call.header("origin").filter(value -> !value.equals("null"));
        return said.map(origin::equals)
                .orElseGet(() -> call.header("sec-fetch-site")
                        .filter("same-origin"::equals)
                        .isPresent());
    }
}
