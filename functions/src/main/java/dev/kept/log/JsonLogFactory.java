package dev.kept.log;

import java.net.URI;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.config.Configuration;
import org.apache.logging.log4j.core.config.ConfigurationFactory;
import org.apache.logging.log4j.core.config.ConfigurationSource;
import org.jspecify.annotations.Nullable;

/** Gives Log4j2 the configuration of a deployed function; the package names it in log4j2.component.properties. */
public final class JsonLogFactory extends ConfigurationFactory {
    @Override
    protected String[] getSupportedTypes() {
        return new String[] {"*"};
    }

    @Override
    public Configuration getConfiguration(LoggerContext context, @Nullable ConfigurationSource source) {
        return new JsonLog(context);
    }

    @Override
    public Configuration getConfiguration(LoggerContext context, @Nullable String name, @Nullable URI place) {
        return new JsonLog(context);
    }

    @Override
    public Configuration getConfiguration(
            LoggerContext context, @Nullable String name, @Nullable URI place, @Nullable ClassLoader loader) {
        return new JsonLog(context);
    }
}
