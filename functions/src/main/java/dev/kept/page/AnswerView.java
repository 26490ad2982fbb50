package dev.kept.page;

/** The page of the link to an answer; it is drawn without looking the answer up. */
public record AnswerView(String requestId, String token) {
    @Override
    public String toString() {
        return "AnswerView[" + requestId + "]";
    }
}
