package dev.kept.local.states;

/** What of {@code $states} a field may name besides the input and the context. */
enum Visible {
    NOTHING_MORE,
    RESULT,
    ERROR_OUTPUT;

    boolean shows(String member) {
        return switch (member) {
            case "input", "context" -> true;
            case "result" -> this == RESULT;
            case "errorOutput" -> this == ERROR_OUTPUT;
            default -> false;
        };
    }
}
