package dev.kept.page;

import java.time.ZonedDateTime;

/** The page of the link to an identity question. */
public record IdentityView(
        String requestId, String kind, String token, ZonedDateTime asked, String what, String why, boolean faulty) {
    @Override
    public String toString() {
        return "IdentityView[" + requestId + "]";
    }
}
