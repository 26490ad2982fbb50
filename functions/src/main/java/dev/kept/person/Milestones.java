package dev.kept.person;

import dev.kept.policy.Facts;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * What has happened to a person that the time of her records runs from, as it is noted in the table People.
 *
 * @param ended the effective day on which her account ended, or will
 * @param contact the day of her last contact, where any rule counts from it
 * @param objections what she has objected to
 * @param isSetApart whether she is set apart by an erasure, so that nothing happens to her any more
 */
public record Milestones(
        Optional<LocalDate> ended, Optional<LocalDate> contact, List<Objected> objections, boolean isSetApart) {
    /** Of somebody to whom nothing has happened. */
    static final Milestones NONE = new Milestones(Optional.empty(), Optional.empty(), List.of(), false);

    /** An objection to the use of some categories. */
    record Objected(Instant since, List<String> categories) {}

    /** The same, had her account ended on that day. */
    Milestones withEnd(LocalDate day) {
        return new Milestones(Optional.of(day), contact, objections, isSetApart);
    }

    /** What the time of a record runs from. What was given after an objection, she has not objected to. */
    public Facts facts(String category, Instant collected, ZoneId zone) {
        var facts = Facts.collected(LocalDate.ofInstant(collected, zone));
        if (ended.isPresent()) {
            facts = facts.ended(ended.get());
        }
        if (contact.isPresent()) {
            facts = facts.contact(contact.get());
        }
        var objected = objections.stream()
                .filter(one ->
                        one.categories().contains(category) && !one.since().isBefore(collected))
                .map(Objected::since)
                .min(Instant::compareTo);
        return objected.isPresent() ? facts.objected(LocalDate.ofInstant(objected.get(), zone)) : facts;
    }
}
