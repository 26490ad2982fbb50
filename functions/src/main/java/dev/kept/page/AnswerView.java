package dev.kept.page;

import java.time.ZonedDateTime;

/** The page of the link to an answer. */
public record AnswerView(String requestId, String kind, String token, ZonedDateTime until, int downloadsLeft) {
    @Override
    public String toString() {
        return "AnswerView[" + requestId + "]";
    }
}
