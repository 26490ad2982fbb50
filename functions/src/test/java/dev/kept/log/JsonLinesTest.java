package dev.kept.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kept.http.Json;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.impl.Log4jLogEvent;
import org.apache.logging.log4j.message.SimpleMessage;
import org.junit.jupiter.api.Test;

class JsonLinesTest {
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();

    private String line(Throwable thrown) {
        new JsonLines(new PrintStream(written, true, StandardCharsets.UTF_8))
                .append(Log4jLogEvent.newBuilder()
                        .setLoggerName("a.b")
                        .setLevel(Level.WARN)
                        .setMessage(new SimpleMessage("two\nlines \"quoted\""))
                        .setThrown(thrown)
                        .setTimeMillis(1000)
                        .build());
        return written.toString(StandardCharsets.UTF_8);
    }

    @Test
    void anEventIsOneLineOfJson() {
        var line = line(new IllegalStateException("x"));

        assertEquals(1, line.lines().count());
        var read = Json.object(line);
        assertEquals("1970-01-01T00:00:01Z", read.get("timestamp"));
        assertEquals("WARN", read.get("level"));
        assertEquals("a.b", read.get("logger"));
        assertEquals("two\nlines \"quoted\"", read.get("message"));
    }

    @Test
    void anExceptionIsNamedAndNotQuoted() {
        var line = line(new IllegalStateException("marie.curie@example.org"));

        assertTrue(line.contains("java.lang.IllegalStateException"));
        assertFalse(line.contains("marie.curie"));
    }
}
