package dev.kept.bench;

/** The answer as jackson-databind writes it. */
record UsualAnswer(String requestId, String kind, String answerBy) {}
