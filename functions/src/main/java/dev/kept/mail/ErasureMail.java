package dev.kept.mail;

import java.time.LocalDate;
import java.util.List;

/**
 * The mail that answers a deletion request: what has gone, what stays and why (GDPR art. 12(4), 17(3)), and what is still
 * open. None of what it says about what stays may be empty.
 *
 * @param erased what a reading no longer finds
 * @param withheld what stays
 * @param open the titles of the systems that have not answered
 * @param backups the day by which it has gone from backups too
 */
public record ErasureMail(
        String reference,
        String kind,
        LocalDate received,
        List<Erased> erased,
        List<Withheld> withheld,
        List<String> open,
        LocalDate backups,
        boolean suppressed) {

    /**
     * So many records of a category that are gone from a system.
     *
     * @param people of how many people at least a group is that she was counted in before; 0 where she was not
     */
    public record Erased(String system, String category, int count, int people) {}

    /**
     * So many records of a category that stay in a system.
     *
     * @param hold whether a legal hold keeps them, whose authority is not named to anybody
     * @param fact why, where the law keeps them
     * @param law the provision, where the law keeps them
     * @param until the last day of keeping, or the day by which the hold is looked at again
     */
    public record Withheld(
            String system, String category, int count, boolean hold, String fact, String law, LocalDate until) {
        public Withheld {
            Required.all("system", system, "category", category);
            if (!hold) {
                Required.all("fact", fact, "law", law);
            }
        }
    }

    public ErasureMail {
        erased = List.copyOf(erased);
        withheld = List.copyOf(withheld);
        open = List.copyOf(open);
        Required.all("reference", reference, "kind", kind);
    }

    @Override
    public String toString() {
        return "ErasureMail[" + reference + "]";
    }
}
