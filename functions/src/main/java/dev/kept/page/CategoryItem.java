package dev.kept.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A category of data as people read about it.
 *
 * @param legalBasis the word of the legal basis, such as {@code contract}
 * @param article its article of the GDPR, such as {@code 6(1)(b)}
 * @param retention how long it is kept, in words
 * @param reason why that long
 * @param law the provision that makes the organisation keep it, where one does
 * @param people of how many people at least the groups are in which people are counted when the data go; 0 where they are not
 * @param recipients names of those who are given it
 */
public record CategoryItem(
        String title,
        String purpose,
        String legalBasis,
        String article,
        String source,
        String retention,
        String reason,
        @Nullable String law,
        int people,
        List<String> recipients) {}
