package dev.kept.page;

/** The page of the link that confirms a request; it is drawn without looking the request up. */
public record ConfirmView(String requestId, String token) {
    @Override
    public String toString() {
        return "ConfirmView[" + requestId + "]";
    }
}
