package dev.kept.person;

import java.time.LocalDate;

/** The names that the table People has for what a record holds in clear. */
final class PeopleItems {
    static final String CATEGORY = "category";
    /** S: ISO 8601 instant. */
    static final String COLLECTED = "collected";
    /** S: ISO 8601 date, the last day of keeping; absent while the rule's event has not come. */
    static final String DUE = "due";
    /** S: the day and a shard of it, such as 2026-12-06#07: the key of the index of what is due on a day. */
    static final String DUE_DAY = "dueDay";

    /** How many shards a day's records are spread over, so that no one partition carries a whole day. */
    static final int SHARDS = 16;

    private PeopleItems() {}

    /** The key under which a person's records stand in the index of what is due: all of a day's in one shard. */
    static String dueDay(LocalDate due, String personId) {
        return dueDay(due, Math.floorMod(personId.hashCode(), SHARDS));
    }

    /** The key of one shard of a day. */
    static String dueDay(LocalDate due, int shard) {
        return "%s#%02d".formatted(due, shard);
    }
}
