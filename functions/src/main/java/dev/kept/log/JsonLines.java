package dev.kept.log;

import dev.kept.http.Json;
import java.io.PrintStream;
import java.time.Instant;
import java.util.LinkedHashMap;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Property;

/**
 * Writes each event as one line of JSON. Of an exception it writes the class only: its message may hold anything that a
 * person typed.
 */
final class JsonLines extends AbstractAppender {
    private final PrintStream out;

    JsonLines(PrintStream out) {
        super("json", null, null, true, Property.EMPTY_ARRAY);
        this.out = out;
    }

    @Override
    public void append(LogEvent event) {
        var line = new LinkedHashMap<String, Object>();
        line.put("timestamp", Instant.ofEpochMilli(event.getTimeMillis()).toString());
        line.put("level", event.getLevel().name());
        line.put("logger", event.getLoggerName());
        line.put("message", event.getMessage().getFormattedMessage());
        if (event.getThrown() != null) {
            line.put("thrown", event.getThrown().getClass().getName());
        }
        line.putAll(event.getContextData().toMap());
        out.println(Json.text(line));
    }
}
