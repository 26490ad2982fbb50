package dev.kept.page;

/** The question whether to withdraw a request. */
public record WithdrawView(String requestId, String token, String followAddress) {
    /** The address holds the token: it is not shown. */
    @Override
    public String toString() {
        return "WithdrawView[" + requestId + "]";
    }
}
