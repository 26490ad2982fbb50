package dev.kept.request;

/** There is no address on file that the answer could go to; a person has to find another way. */
public final class NobodyToAnswer extends RuntimeException {
    private static final long serialVersionUID = 1;

    public NobodyToAnswer(String requestId) {
        super("no address on file for the answer to request " + requestId);
    }
}
