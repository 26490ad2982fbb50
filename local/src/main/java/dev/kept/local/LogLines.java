package dev.kept.local;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LogEvent;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.appender.AbstractAppender;
import org.apache.logging.log4j.core.config.Property;
import org.apache.logging.log4j.core.layout.PatternLayout;

/** Everything that the functions log, the last lines of it, so that it can be looked through. */
public final class LogLines implements AutoCloseable {
    private static final int MOST = 20_000;

    private final Deque<String> lines = new ArrayDeque<>();
    private final LoggerContext context;
    private final Capture capture;

    private LogLines(LoggerContext context) {
        this.context = context;
        capture = new Capture();
    }

    /** Keeps what is logged from now on, whatever else is done with it. */
    static LogLines capture() {
        var context = (LoggerContext) LogManager.getContext(LogLines.class.getClassLoader(), false);
        var log = new LogLines(context);
        log.capture.start();
        context.getConfiguration().getRootLogger().addAppender(log.capture, Level.ALL, null);
        context.updateLoggers();
        return log;
    }

    void add(String line) {
        synchronized (lines) {
            lines.addLast(line);
            if (lines.size() > MOST) {
                lines.removeFirst();
            }
        }
    }

    /** Oldest first. */
    public List<String> all() {
        synchronized (lines) {
            return List.copyOf(lines);
        }
    }

    @Override
    public void close() {
        context.getConfiguration().getRootLogger().removeAppender(capture.getName());
        capture.stop();
    }

    private final class Capture extends AbstractAppender {
        Capture() {
            super(
                    "kept-" + System.identityHashCode(LogLines.this),
                    null,
                    PatternLayout.newBuilder().setPattern("%p %c %m %X %ex").build(),
                    true,
                    Property.EMPTY_ARRAY);
        }

        @Override
        public void append(LogEvent event) {
            add(String.valueOf(toSerializable(event)));
        }
    }
}
