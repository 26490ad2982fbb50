package dev.kept.page;

import java.time.ZonedDateTime;

/** The page of the link that confirms a request. */
public record ConfirmView(String requestId, String kind, ZonedDateTime received, String token) {
    @Override
    public String toString() {
        return "ConfirmView[" + requestId + "]";
    }
}
