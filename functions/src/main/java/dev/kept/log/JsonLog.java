package dev.kept.log;

import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.config.AbstractConfiguration;
import org.apache.logging.log4j.core.config.ConfigurationSource;

/** One appender at one level. It leaves out the search for plug-ins and scripts, which nothing here needs. */
final class JsonLog extends AbstractConfiguration {
    JsonLog(LoggerContext context) {
        super(context, ConfigurationSource.NULL_SOURCE);
    }

    @Override
    public void initialize() {
        // nothing to read
    }

    @Override
    public void start() {
        var lines = new JsonLines(System.out);
        lines.start();
        addAppender(lines);
        getRootLogger().addAppender(lines, null, null);
        getRootLogger().setLevel(Level.INFO);
        setStarted();
    }
}
