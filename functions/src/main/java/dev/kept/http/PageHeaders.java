package dev.kept.http;

import java.util.LinkedHashMap;
import java.util.Map;

/** The headers of every page: it loads nothing from elsewhere, sits in no frame and tells nobody where it came from. */
final class PageHeaders {
    static final Map<String, String> ALL = all();

    private PageHeaders() {}

    private static Map<String, String> all() {
        var headers = new LinkedHashMap<String, String>();
        headers.put("Content-Type", "text/html; charset=utf-8");
        headers.put(
                "Content-Security-Policy",
                "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
                        + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'; "
                        + "require-trusted-types-for 'script'");
        headers.put("Referrer-Policy", "no-referrer");
        headers.put("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
        headers.put("Cross-Origin-Opener-Policy", "same-origin");
        headers.put("Cross-Origin-Resource-Policy", "same-origin");
        headers.put("Vary", "Accept, Accept-Language, Cookie");
        return headers;
    }
}
