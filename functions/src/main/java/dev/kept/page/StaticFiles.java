package dev.kept.page;

import dev.kept.http.Call;
import dev.kept.http.ProblemFound;
import dev.kept.http.Reply;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/** The style sheet, the script and the icon, at addresses that hold their hash, so that browsers may keep them. */
public final class StaticFiles {
    private static final Map<String, String> TYPES = Map.of(
            "style.css", "text/css; charset=utf-8",
            "kept.js", "text/javascript; charset=utf-8",
            "icon.svg", "image/svg+xml",
            "openapi.json", "application/json; charset=utf-8");

    private final Map<String, File> files = new LinkedHashMap<>();

    public StaticFiles() {
        TYPES.forEach((name, type) -> files.put(name, read(name, type)));
    }

    /** Where the file of that name is at present, such as {@code /assets/0f3a…/style.css}. */
    public String address(String name) {
        var file = files.get(name);
        if (file == null) {
            throw new IllegalArgumentException("there is no static file " + name);
        }
        return "/assets/" + file.hash() + "/" + name;
    }

    /** Answers {@code GET /assets/{hash}/{file}}. A page from before a deployment still gets the file, uncached. */
    public Reply reply(Call call) {
        return reply(call, call.parameter("file"), call.parameter("hash"));
    }

    /** Answers a call for the file of that name, at an address that stays the same when the file changes. */
    Reply reply(Call call, String name) {
        return reply(call, name, "");
    }

    private Reply reply(Call call, String name, String hash) {
        var file = files.get(name);
        if (file == null) {
            throw ProblemFound.notFound();
        }
        var tag = "\"" + file.hash() + "\"";
        var known = call.header("if-none-match").filter(tag::equals).isPresent();
        var reply = known ? new Reply(304, Map.of(), "") : Reply.of(200, file.type(), file.content());
        var current = hash.equals(file.hash());
        return reply.with("ETag", tag)
                .with("Cache-Control", current ? "public, max-age=31536000, immutable" : "public, no-cache");
    }

    private static File read(String name, String type) {
        try (var stream = StaticFiles.class.getResourceAsStream("/web/" + name)) {
            if (stream == null) {
                throw new IllegalStateException("the class path lacks web/" + name);
            }
            var bytes = stream.readAllBytes();
            var hash = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes), 0, 8);
            return new File(type, hash, new String(bytes, StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private record File(String type, String hash, String content) {}
}
