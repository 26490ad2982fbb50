package dev.kept.system;

import dev.kept.policy.ConnectedSystemDeclaration.Hand;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Has people do by hand what a place without an interface cannot be asked for; the same thing is asked once. */
public interface HandWork {
    /** What they are to do. */
    enum Deed {
        GATHER,
        ERASE,
        CORRECT;

        /** The kind of its task, such as {@code erase-by-hand}. */
        public String kind() {
            return name().toLowerCase(Locale.ROOT) + "-by-hand";
        }
    }

    /**
     * What somebody has done.
     *
     * @param counts how many records of each category; none where nothing was found
     * @param note what was said about it, empty for nothing
     */
    record Done(Map<String, Integer> counts, String note) {
        @Override
        public String toString() {
            return "Done[" + counts + "]";
        }
    }

    /**
     * What somebody has said that was done.
     *
     * @param fields the names of the fields that are to be corrected
     * @throws HandAwaited while nobody has said so and there is time
     * @throws HandOverdue when nobody has, and there is none left
     */
    Done ask(Hand declared, Deed deed, String requestId, List<String> categories, List<String> fields);
}
