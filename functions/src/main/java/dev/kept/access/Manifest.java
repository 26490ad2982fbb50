package dev.kept.access;

import dev.kept.http.Json;
import dev.kept.ledger.SystemOutcome;
import dev.kept.request.Request;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The package's manifest: whose answer it is, where it was gathered, and the hash of every file. */
final class Manifest {
    private static final String VERSION = "1";

    private Manifest() {}

    static String of(Request request, Instant made, List<SystemOutcome> outcomes, Map<String, String> files) {
        var manifest = new LinkedHashMap<String, Object>();
        manifest.put("manifest", VERSION);
        manifest.put("request", request.id());
        manifest.put("kind", request.kind().word());
        manifest.put("policy", request.policy());
        manifest.put("received", request.received().toString());
        manifest.put("made", made.toString());
        manifest.put("sources", outcomes.stream().map(Manifest::source).toList());
        manifest.put(
                "files",
                files.entrySet().stream()
                        .map(file -> Map.of("name", file.getKey(), "sha256", file.getValue()))
                        .toList());
        return Json.text(manifest);
    }

    private static Map<String, Object> source(SystemOutcome outcome) {
        var source = new LinkedHashMap<String, Object>();
        source.put("system", outcome.system());
        source.put("outcome", outcome.outcome().name().toLowerCase(Locale.ROOT));
        source.put("found", outcome.found());
        return source;
    }
}
