package dev.kept.policy;

/**
 * One thing that is wrong in a policy file.
 *
 * @param path where, such as {@code $.forms.register.fields.email.type}
 * @param message what is wrong and how to mend it
 */
public record Fault(String path, String message) {
    @Override
    public String toString() {
        return path + ": " + message;
    }
}
