package dev.kept.bench;

/** The body as jackson-databind binds it. */
record UsualRequest(String kind, Identifier identifier) {
    record Identifier(String type, String value) {}
}
