package dev.kept.access;

import dev.kept.http.Json;
import dev.kept.request.Request;
import java.util.List;
import java.util.Map;

/** The page of the package that a person reads: opened from disk, without any network. */
public final class ReadablePage {
    String html(Request request, Map<String, Object> information, List<Parts.Part> parts, Map<String, String> files) {
        return "<!doctype html><html lang=\"" + request.language() + "\"><pre>" + Json.text(information) + parts.size()
                + files.size() + "</pre></html>";
    }
}
