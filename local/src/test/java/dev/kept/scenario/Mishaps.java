package dev.kept.scenario;

import java.util.List;

/** Mishaps that a scenario arranges beforehand, on either system. */
interface Mishaps {
    /** The function of that state fails for that request with this error, so many times, before it does anything. */
    void fail(String requestId, String state, int times, String errorType);

    /**
     * AWS refuses the next calls of that operation that a function makes, so many of them.
     *
     * @param about what stands in the call, all of it: a table, an index, an id
     */
    void refuse(String operation, int times, String... about);

    /** The next such call is carried out, its answer is lost, and the SDK calls again. */
    void loseAnswer(String operation, String... about);

    /** Whichever function makes the next such call dies once it is carried out. */
    void dieAfter(String operation, String... about);

    /** What was arranged and has not happened as often as was said. Nothing is arranged any more afterwards. */
    List<String> unmet();
}
