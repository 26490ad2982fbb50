package dev.kept.ledger;

/** Evidence that is not what it claims to be. */
final class NotGenuine extends RuntimeException {
    private final String why;

    /**
     * Refuses it.
     *
     * @param why what is wrong, as words that follow the name of a file: {@code is not JSON}
     */
    NotGenuine(String why) {
        super(why, null, false, false);
        this.why = why;
    }

    String why() {
        return why;
    }
}
