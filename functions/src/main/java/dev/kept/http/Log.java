package dev.kept.http;

import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.ThreadContext;

/**
 * The log of the unforeseen. A message may hold anything that a person typed, so an exception is logged by its classes
 * and the places in the code that it passed, never by its messages.
 */
final class Log {
    private Log() {}

    static void unforeseen(Throwable thrown, String callId, String requestId) {
        // the logger is looked up here and not in a field: a call that goes well never pays for starting it
        ThreadContext.put("requestId", requestId);
        try {
            LogManager.getLogger(HttpFunction.class).error("unforeseen call={} {}", callId, trace(thrown));
        } finally {
            ThreadContext.remove("requestId");
        }
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
