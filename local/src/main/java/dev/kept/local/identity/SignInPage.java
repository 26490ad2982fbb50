package dev.kept.local.identity;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** The page on which one says who one is: a button for each sample person, no password, no script. */
final class SignInPage {
    private static final String STYLE = """
            :root{color-scheme:light dark}
            body{font:1.125rem/1.5 system-ui,sans-serif;max-width:30rem;margin:3rem auto;padding:0 1rem}
            h1{font-size:1.6rem;line-height:1.2}
            form{display:grid;gap:.75rem}
            button{font:inherit;text-align:left;padding:.8rem 1rem;border:2px solid;border-radius:.5rem;\
            background:none;color:inherit;cursor:pointer}
            button:hover{text-decoration:underline}
            button:focus-visible{outline:3px solid #1d6fd8;outline-offset:3px}
            small{display:block}
            """;
    private static final Map<String, String> FRENCH = Map.of(
            "title", "Se connecter",
            "intro", "Personnes d'exemple de l'exécution locale\u00a0: choisissez qui vous êtes. Aucun mot de passe.",
            "agent", "agente\u00a0: traite les demandes",
            "approver", "approbateur\u00a0: seconde signature",
            "dpo", "déléguée à la protection des données",
            "auditor", "auditrice\u00a0: lit tout, ne change rien");
    private static final Map<String, String> ENGLISH = Map.of(
            "title", "Sign in",
            "intro", "Sample people of the local run: choose who you are. There is no password.",
            "agent", "agent: handles requests",
            "approver", "approver: second signature",
            "dpo", "data protection officer",
            "auditor", "auditor: reads everything, changes nothing");
    private static final List<String> CARRIED = List.of(
            "response_type",
            "client_id",
            "redirect_uri",
            "scope",
            "state",
            "nonce",
            "code_challenge",
            "code_challenge_method");

    private SignInPage() {}

    static Reply of(Ask ask, String action) {
        Map<String, String> words = ask.french() ? FRENCH : ENGLISH;
        StringBuilder html = new StringBuilder("<!doctype html>\n<html lang=\"")
                .append(ask.french() ? "fr" : "en")
                .append("\"><head><meta charset=\"utf-8\">")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>")
                .append(words.get("title"))
                .append(" · Kept</title><style>")
                .append(STYLE)
                .append("</style></head><body><main><h1>")
                .append(words.get("title"))
                .append("</h1><p>")
                .append(words.get("intro"))
                .append("</p><form method=\"post\" action=\"")
                .append(escaped(action))
                .append("\">");
        for (String name : CARRIED) {
            html.append("<input type=\"hidden\" name=\"").append(name).append("\" value=\"");
            html.append(escaped(ask.get(name))).append("\">");
        }
        for (Staff staff : Staff.SAMPLES) {
            html.append("<button name=\"person\" value=\"").append(staff.id()).append("\">");
            html.append(staff.name())
                    .append("<small>")
                    .append(words.get(staff.role()))
                    .append("</small></button>");
        }
        html.append("</form></main></body></html>\n");
        return new Reply(200, headers(ask.get("redirect_uri")), html.toString());
    }

    private static Map<String, String> headers(String redirect) {
        URI back = URI.create(redirect);
        // A browser holds the redirect that follows the form to the same rule as the form.
        String policy = "default-src 'none'; style-src 'sha256-" + styleHash() + "'; form-action 'self' "
                + back.getScheme() + "://" + back.getRawAuthority() + "; frame-ancestors 'none'; base-uri 'none'";
        return Map.of(
                "Content-Type", "text/html; charset=utf-8",
                "Content-Security-Policy", policy,
                "Referrer-Policy", "no-referrer",
                "X-Content-Type-Options", "nosniff",
                "Cache-Control", "no-store");
    }

    private static String styleHash() {
        try {
            return Base64.getEncoder()
                    .encodeToString(
                            MessageDigest.getInstance("SHA-256").digest(STYLE.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
