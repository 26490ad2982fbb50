package dev.kept.page;

/**
 * The question whether an account that ends is to go on, or its data are to be erased at once.
 *
 * @param choice {@code reinstatement} or {@code erasure}
 */
public record ExitView(String requestId, String token, String choice) {
    /** The token is not shown. */
    @Override
    public String toString() {
        return "ExitView[" + requestId + "]";
    }
}
