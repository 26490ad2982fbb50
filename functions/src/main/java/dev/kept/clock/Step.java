package dev.kept.clock;

/** One step of the way from a receipt to a deadline, in both languages, with the provision it follows. */
public record Step(String english, String french) {
    static Step of(String english, String french, String source) {
        return new Step(english + " (" + source + ")", french + " (" + source + ")");
    }
}
