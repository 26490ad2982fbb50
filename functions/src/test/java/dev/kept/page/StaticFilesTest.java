package dev.kept.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kept.http.Call;
import dev.kept.http.ProblemFound;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StaticFilesTest {
    private final StaticFiles files = new StaticFiles();

    @Test
    void aFileAtItsHashIsKeptForGood() {
        var hash = hash();

        var reply = files.reply(call(hash, "style.css", ""));

        assertEquals(200, reply.status());
        assertEquals("text/css; charset=utf-8", reply.headers().get("Content-Type"));
        assertEquals("public, max-age=31536000, immutable", reply.headers().get("Cache-Control"));
        assertEquals("\"" + hash + "\"", reply.headers().get("ETag"));
    }

    @Test
    void aFileAtAnOldHashIsServedButNotKept() {
        var reply = files.reply(call("0123456789abcdef", "style.css", ""));

        assertEquals(200, reply.status());
        assertEquals("public, no-cache", reply.headers().get("Cache-Control"));
    }

    @Test
    void aFileThatTheBrowserHasIsNotSentAgain() {
        var reply = files.reply(call(hash(), "style.css", "\"" + hash() + "\""));

        assertEquals(304, reply.status());
        assertEquals("", reply.body());
    }

    @Test
    void whatIsNotAnAssetIsNotServed() {
        assertThrows(ProblemFound.class, () -> files.reply(call(hash(), "texts_fr.properties", "")));
        assertThrows(ProblemFound.class, () -> files.reply(call(hash(), "../policies/x.json", "")));
    }

    @Test
    void theStyleSheetLoadsNothing() {
        var css = files.reply(call(hash(), "style.css", "")).body();

        assertTrue(!css.contains("url(") && !css.contains("@import"));
    }

    private String hash() {
        return files.address("style.css").split("/", -1)[2];
    }

    private static Call call(String hash, String file, String known) {
        return new Call(
                "GET",
                "/assets",
                Map.of("hash", hash, "file", file),
                Map.of(),
                Map.of("if-none-match", known),
                "",
                "",
                "",
                Map.of());
    }
}
