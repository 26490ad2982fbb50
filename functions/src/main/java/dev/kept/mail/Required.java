package dev.kept.mail;

import java.util.List;

/** Makes sure that what a mail has to say is there. */
final class Required {
    private Required() {}

    /** Takes names and values in turn. */
    static void all(String... namesAndValues) {
        for (var index = 0; index < namesAndValues.length; index += 2) {
            if (namesAndValues[index + 1].isBlank()) {
                throw new MailIncomplete(namesAndValues[index]);
            }
        }
    }

    static void some(String name, List<?> values) {
        if (values.isEmpty()) {
            throw new MailIncomplete(name);
        }
    }
}
