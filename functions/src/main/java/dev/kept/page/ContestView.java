package dev.kept.page;

/** The question whether a deletion must not be done. */
public record ContestView(String requestId, String token) {
    /** The token is not shown. */
    @Override
    public String toString() {
        return "ContestView[" + requestId + "]";
    }
}
