package dev.kept.policy;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** What has happened to a record and its person, and on which days of the policy's zone: what its time runs from. */
public record Facts(Map<StartEvent, LocalDate> days) {
    public Facts {
        days = Map.copyOf(days);
    }

    /** That it was collected on a day, which is a contact, too. */
    public static Facts collected(LocalDate day) {
        return new Facts(Map.of(StartEvent.COLLECTION, day, StartEvent.LAST_CONTACT, day));
    }

    /** That something else has happened. */
    public Facts with(StartEvent event, LocalDate day) {
        var more = new EnumMap<>(days);
        more.put(event, day);
        return new Facts(more);
    }

    /** That there was a contact on a day; it only counts where it is the last. */
    public Facts contact(LocalDate day) {
        return on(StartEvent.LAST_CONTACT).filter(last -> !last.isBefore(day)).isPresent()
                ? this
                : with(StartEvent.LAST_CONTACT, day);
    }

    /** That the person's account has ended, and with it her contract. */
    public Facts ended(LocalDate day) {
        return with(StartEvent.ACCOUNT_CLOSED, day).with(StartEvent.CONTRACT_END, day);
    }

    /** That she has objected, which withdraws her consent as well (GDPR art. 21(3), 7(3)). */
    public Facts objected(LocalDate day) {
        return with(StartEvent.OBJECTION, day).with(StartEvent.CONSENT_WITHDRAWN, day);
    }

    Optional<LocalDate> on(StartEvent event) {
        return Optional.ofNullable(days.get(event));
    }
}
