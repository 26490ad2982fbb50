package dev.kept.policy;

/** What makes a processing lawful (GDPR art. 6(1)). */
public enum LegalBasis implements Word {
    CONSENT("6(1)(a)"),
    CONTRACT("6(1)(b)"),
    LEGAL_OBLIGATION("6(1)(c)"),
    VITAL_INTERESTS("6(1)(d)"),
    PUBLIC_TASK("6(1)(e)"),
    LEGITIMATE_INTERESTS("6(1)(f)");

    private final String article;

    LegalBasis(String article) {
        this.article = article;
    }

    /** The article of the GDPR, such as {@code 6(1)(b)}. */
    public String article() {
        return article;
    }
}
