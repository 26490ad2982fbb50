package dev.kept.clock;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneRulesProvider;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When something is due, twice: strictly, which alarms run on, and in the law's last reading, past which it is breached.
 *
 * <p>It never changes; what happens to the case gives another one. While a question waits for its answer both dates stay where they
 * are, and move when the answer comes; {@link #standing} says that the clock is stopped.
 */
public final class Deadline {
    private static final String ENGINE = "deadline/1.0";

    private final Inputs inputs;
    private final List<Course> courses;
    private final Course strictest;
    private final Course first;

    Deadline(Inputs inputs) {
        this.inputs = inputs;
        this.courses = inputs.courses();
        var byOuter = Comparator.comparing(Course::outer);
        this.strictest = courses.stream()
                .min(Comparator.comparing(Course::strict).thenComparing(byOuter))
                .orElseThrow();
        this.first = courses.stream().min(byOuter).orElseThrow();
    }

    /** The first instant that is too late for the earlier of promise and law; weekends never move it. */
    public Instant strict() {
        return strictest.strict().exclusive();
    }

    /** The first instant that is too late in the law's last reading. */
    public Instant outer() {
        return first.outer().exclusive();
    }

    /** The last day to act on; for a period in hours the day on which it ends. */
    public LocalDate strictDate() {
        return strictest.strict().date();
    }

    public LocalDate outerDate() {
        return first.outer().date();
    }

    public Set<Flag> flags() {
        var flags = EnumSet.noneOf(Flag.class);
        courses.forEach(course -> flags.addAll(course.flags()));
        return flags;
    }

    public boolean isExtended() {
        return strictest.extension().isPresent();
    }

    Inputs inputs() {
        return inputs;
    }

    /** The events that this deadline takes into account, as they were given. */
    public List<ClockEvent> events() {
        return inputs.events();
    }

    /** When to warn that the strict date comes nearer; the earliest first. */
    public List<Reminder> reminders() {
        return Reminder.between(inputs.receipt().receivedAt(), strict());
    }

    /** The deadline once this has happened as well. */
    public Deadline with(ClockEvent... events) {
        return new Deadline(inputs.with(List.of(events)));
    }

    /** The deadline once the person was asked who she is, and has answered. */
    public Deadline suspended(Instant asked, Instant answered) {
        return with(ClockEvent.asked(Doubt.IDENTITY, asked), ClockEvent.told(Doubt.IDENTITY, answered));
    }

    /** Whether the period may be extended by a notice sent at this moment. */
    public Extension extend(Instant noticeSentAt, @Nullable ExtensionReason reason) {
        for (var course : inputs.until(noticeSentAt).courses()) {
            var objection = course.objection(noticeSentAt, reason);
            if (objection.isPresent()) {
                return new Extension.Refused(objection.get());
            }
        }
        var event = new ClockEvent(ClockEvent.Type.EXTENDED, noticeSentAt, null, reason);
        return new Extension.Granted(event, with(event));
    }

    /** How the case stood at a moment, by what had happened until then; under several laws, the worst. */
    public Standing standing(Instant moment) {
        return inputs.until(moment).courses().stream()
                .map(course -> course.standing(moment))
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    public Explanation explanation() {
        var others = courses.size() == 1
                ? List.<Explanation>of()
                : courses.stream()
                        .map(course -> explain(course, course.outer(), Map.of(), List.of()))
                        .toList();
        return explain(strictest, first.outer(), inputs.toMap(), others);
    }

    private Explanation explain(Course course, Due outer, Map<String, Object> computedFrom, List<Explanation> others) {
        var narration = new Narration(course);
        var steps = new ArrayList<>(narration.steps());
        if (!outer.equals(course.outer())) {
            steps.add(Wording.earlierUnder(first.reckoning().rules().id(), outer.date()));
        }
        return new Explanation(
                course.reckoning().rules().id(),
                inputs.receipt(),
                narration.localStart(),
                steps,
                others.isEmpty() ? course.flags() : flags(),
                course.strict().exclusive(),
                outer.exclusive(),
                course.reckoning().calendar().version(),
                tzdb(inputs.receipt().zone()),
                ENGINE,
                computedFrom,
                others);
    }

    private static String tzdb(ZoneId zone) {
        return zone instanceof ZoneOffset
                ? "fixed"
                : ZoneRulesProvider.getVersions(zone.getId()).lastKey();
    }
}
