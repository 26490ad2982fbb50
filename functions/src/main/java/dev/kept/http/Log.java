package dev.kept.http;

import org.apache.logging.log4j.LogManager;

/**
 * The log of the unforeseen. A message may hold anything that a person typed, so an exception is logged by its classes
 * and the places in the code that it passed, never by its messages.
 */
final class Log {
    private Log() {}

    static void unforeseen(Throwable thrown, String callId) {
        // the logger is looked up here and not in a field: a call that goes well never pays for starting it
        LogManager.getLogger(HttpFunction.class).error("unforeseen call={} {}", callId, trace(thrown));
    }

    private static String trace(Throwable thrown) {
        var text = new StringBuilder();
        var depth = 0;
        for (Throwable cause = thrown; cause != null && depth < 5; cause = cause.getCause(), depth++) {
            text.append(depth == 0 ? "" : " caused by ").append(cause.getClass().getName());
            for (var frame : cause.getStackTrace()) {
                if (frame.getClassName().startsWith("dev.kept.")) {
                    text.append(" at ").append(frame.getClassName()).append(':').append(frame.getLineNumber());
                }
            }
        }
        return text.toString();
    }
}
