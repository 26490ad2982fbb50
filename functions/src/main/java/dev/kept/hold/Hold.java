package dev.kept.hold;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A legal hold over a person's data: what it covers is neither erased nor purged until it is released. It stops neither
 * access nor an opt-out.
 *
 * @param id 128 random bits
 * @param categories the categories that it covers; every one where none is named
 * @param reason a code, such as {@code LITIGATION}
 * @param authority who ordered it, such as a court and the number of its case
 * @param placedBy the subject of the member of staff
 * @param reviewBy the day by which it has to be looked at again
 */
public record Hold(
        String id,
        List<String> categories,
        String reason,
        String authority,
        String placedBy,
        Instant placedAt,
        LocalDate reviewBy) {
    public boolean covers(String category) {
        return categories.isEmpty() || categories.contains(category);
    }

    @Override
    public String toString() {
        return "Hold[" + id + "]";
    }
}
