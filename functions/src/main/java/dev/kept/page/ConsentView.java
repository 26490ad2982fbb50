package dev.kept.page;

/** The question whether a consent that was given anew is the reader's. */
public record ConsentView(String consentId, String token) {
    /** The token is not shown. */
    @Override
    public String toString() {
        return "ConsentView[" + consentId + "]";
    }
}
