package dev.kept.policy;

/** The event from which a retention period runs. */
public enum StartEvent implements Word {
    COLLECTION("la collecte", "collection"),
    /** Starts again at each contact that comes from the person. */
    LAST_CONTACT("le dernier contact venant de la personne", "the last contact from the person"),
    /** The close of the fiscal year in which the record was made. */
    FISCAL_YEAR_END("la clôture de l’exercice comptable", "the close of the fiscal year"),
    ACCOUNT_CLOSED("la clôture du compte", "the account is closed"),
    CONTRACT_END("la fin du contrat", "the end of the contract"),
    CONSENT_WITHDRAWN("le retrait du consentement", "consent is withdrawn"),
    OBJECTION("l’opposition", "the objection"),
    REQUEST_ANSWERED("la réponse à la demande", "the request is answered"),
    /** Kept without an end: the reason has to say why. */
    NEVER("", "");

    private final String french;
    private final String english;

    StartEvent(String french, String english) {
        this.french = french;
        this.english = english;
    }

    String describe(String language) {
        return language.equals("fr") ? french : english;
    }
}
