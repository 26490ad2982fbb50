package dev.kept.page;

/** The page of the link to an identity question, which stands in the message with the link. */
public record IdentityView(String requestId, String token, boolean faulty) {
    @Override
    public String toString() {
        return "IdentityView[" + requestId + "]";
    }
}
