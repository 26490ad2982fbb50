package dev.kept.log;

import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.jspecify.annotations.Nullable;
import org.slf4j.Marker;
import org.slf4j.event.Level;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.MessageFormatter;

/** Hands a library's warnings and errors to Log4j2, the exceptions among them without their messages. */
final class Warnings extends LegacyAbstractLogger {
    private static final long serialVersionUID = 1;

    Warnings(String name) {
        this.name = name;
    }

    @Override
    public boolean isTraceEnabled() {
        return false;
    }

    @Override
    public boolean isDebugEnabled() {
        return false;
    }

    @Override
    public boolean isInfoEnabled() {
        return false;
    }

    @Override
    public boolean isWarnEnabled() {
        return true;
    }

    @Override
    public boolean isErrorEnabled() {
        return true;
    }

    @Override
    protected @Nullable String getFullyQualifiedCallerName() {
        return null;
    }

    @Override
    protected void handleNormalizedLoggingCall(
            Level level,
            @Nullable Marker marker,
            String pattern,
            Object @Nullable [] arguments,
            @Nullable Throwable thrown) {
        var message = MessageFormatter.basicArrayFormat(pattern, arguments);
        Logger log = LogManager.getLogger(name);
        if (level == Level.ERROR) {
            log.error(message, thrown);
        } else {
            log.warn(message, thrown);
        }
    }
}
