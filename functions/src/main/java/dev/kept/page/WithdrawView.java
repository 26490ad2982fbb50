package dev.kept.page;

/** The question whether to withdraw a request. */
public record WithdrawView(String requestId, String kind, String token, String followAddress) {
    @Override
    public String toString() {
        return "WithdrawView[" + requestId + "]";
    }
}
