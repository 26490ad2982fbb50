package dev.kept.system;

import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A place that holds records about people. */
public interface ConnectedSystem {
    String id();

    /**
     * Whether people have to look there: then it sees its categories without a record, what {@link #erase} says is gone
     * counts, and reading again shows nothing else.
     */
    default boolean isByHand() {
        return false;
    }

    /**
     * How many records of each category it holds about a person; the categories without any are left out.
     *
     * @throws SystemUnavailable when it does not answer
     */
    Map<String, Integer> count(Subject subject);

    /**
     * Hands over everything that it holds about a person.
     *
     * @throws SystemUnavailable when it does not answer
     */
    void gather(Subject subject, Collector collector);

    /**
     * Shows what it holds about a person, old versions and all, so that it can be decided what becomes of it: nothing is
     * taken out. After an erasure this is what has to show nothing any more.
     *
     * @throws SystemUnavailable when it does not answer
     */
    void look(Subject subject, Sightings seen);

    /**
     * Erases what it holds about a person as far as it was selected, as much of it as goes into one call. Absent is erased:
     * done twice it is done once. What was not selected stays.
     *
     * @param atMost how many records to erase at most, so that a call ends in time
     * @throws SystemUnavailable when it does not answer, or erases part of what it was told to
     */
    Erased erase(Subject subject, Selection going, int atMost);

    /**
     * What one call has erased.
     *
     * @param gone how many records of each category
     * @param more whether another call is needed
     */
    record Erased(Map<String, Integer> gone, boolean more) {}

    /**
     * Writes new values into what it holds about a person, wherever a record holds one of those fields, and reads it again.
     * What finds her there stays as it is. Done twice it is done once.
     *
     * @param fields the new values, by the names that the forms have for the fields
     * @param atMost how many records to change at most, so that a call ends in time
     * @throws SystemUnavailable when it does not answer, a record has changed meanwhile, or still shows an old value
     */
    Corrected correct(Subject subject, Map<String, String> fields, int atMost);

    /**
     * What one call has corrected.
     *
     * @param holding how many records of each category hold the new values of those fields that they have; of all of them
     *     once nothing more is needed
     * @param more whether another call is needed
     */
    record Corrected(Map<String, Integer> holding, boolean more) {}

    /** Says which records are meant. */
    interface Selection {
        /**
         * Whether a record is meant.
         *
         * @param since when it was made, where the system knows
         */
        boolean includes(String category, Optional<Instant> since);
    }

    /**
     * Where the person's data stand, such as the value of a table's key or a prefix: what is kept of it, as keyed hashes, to
     * erase them again after a restore. None where nothing can be restored behind Kept's back.
     */
    default List<String> places(Subject subject) {
        return List.of();
    }

    /** Takes what a system shows. */
    interface Sightings {
        /**
         * So many records of a category.
         *
         * @param since when they were made, where the system knows
         */
        void saw(String category, int records, Optional<Instant> since);
    }

    /** Takes what a system hands over, one by one. */
    interface Collector {
        /** A record: its fields by the label or name that the system has for them. */
        void row(Row row);

        /**
         * A document, with the name that the system has for it. It may be larger than memory: read it bit by bit.
         *
         * @param bytes how large it is
         * @param content open for the time of the call
         */
        void file(String category, String name, long bytes, InputStream content);
    }
}
