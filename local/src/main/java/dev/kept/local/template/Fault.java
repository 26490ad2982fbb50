package dev.kept.local.template;

/**
 * Something in the template that cannot be run.
 *
 * @param path where, such as {@code Resources/PeopleTable/Properties/KeySchema}
 * @param message what is wrong and how to mend it
 */
public record Fault(String path, String message) {
    @Override
    public String toString() {
        return path + ": " + message;
    }
}
