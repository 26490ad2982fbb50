package dev.kept.request;

/** The request was closed, as by its withdrawal, while it was being carried out: nothing more is done for it. */
public final class RequestClosed extends RuntimeException {
    public RequestClosed(String requestId) {
        super("request " + requestId + " is closed");
    }
}
