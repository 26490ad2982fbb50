package dev.kept.system;

import java.time.Instant;
import java.util.Map;

/** A system that knows how old its records are, whoever's they are: what retention purges when nobody asks. */
public interface AgedSystem {
    String id();

    /**
     * Shows all that it holds and when it was made, old versions and all; nothing is taken out.
     *
     * @return how many records say no time that can be read: no period can be counted for them
     * @throws SystemUnavailable when it does not answer
     */
    int ages(Ages seen);

    /**
     * Erases what was selected, as much of it as goes into one call. A record that has changed since it was read stays, and
     * is found again. Done twice it is done once.
     *
     * @param atMost how many records to erase at most
     * @return how many of each category are gone
     * @throws SystemUnavailable when it does not answer, or erases part of what it was told to
     */
    Map<String, Integer> purge(Selection going, int atMost);

    /** Takes what a system shows. */
    interface Ages {
        /**
         * One record of a category.
         *
         * @param place where it stands, as {@link ConnectedSystem#places} says it
         */
        void saw(String place, String category, Instant made);
    }

    /** Says which records are meant. */
    interface Selection {
        boolean includes(String place, String category, Instant made);
    }
}
