package dev.kept.system;

import java.io.InputStream;
import java.util.Map;

/** A place that holds records about people. */
public interface ConnectedSystem {
    String id();

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
