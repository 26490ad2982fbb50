package dev.kept.clock;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One duty under one law while one wording of it was in force: its period and how that period is counted. */
record RuleSet(
        String id,
        String regime,
        Duty duty,
        boolean active,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        Sourced period,
        LastDay lastDay,
        Suspension suspension,
        @Nullable Sourced extension,
        String source) {

    /** A span and the provision that sets it; an extension's is the whole, counted from the same day as the period. */
    record Sourced(Span span, String source) {}

    /** By which calendars days are counted, the usual one first, and whether a period may end on a day off. */
    record LastDay(List<HolidayCalendar> calendars, boolean moves, String source) {
        LastDay {
            calendars = List.copyOf(calendars);
        }
    }

    private static final String SUSPENDED = "+SUSP";

    boolean appliesOn(LocalDate day) {
        return active && !day.isBefore(validFrom) && (validTo == null || !day.isAfter(validTo));
    }

    /** The calendar asked for where this law knows it, its usual one otherwise. */
    HolidayCalendar calendar(HolidayCalendar wanted) {
        var known = lastDay.calendars();
        if (known.isEmpty()) {
            return HolidayCalendar.NONE;
        }
        return known.contains(wanted) ? wanted : known.get(0);
    }

    /** What an organisation promised: never moved, never stopped, never extended. */
    static RuleSet promise(Span span) {
        return bare("PROMISE/" + span, span, HolidayCalendar.NONE, false, Suspension.never("promise"));
    }

    /**
     * A rule by its name alone, with no law around it: MONTH_1, BIZDAYS_10, MONTH_1+SUSP, CA_BREACH_30.
     *
     * <p>The last day moves under the calendars whose law is relied upon for it; California's is not.
     */
    static RuleSet named(String name, HolidayCalendar calendar) {
        var stops = name.endsWith(SUSPENDED);
        var bareName = stops ? name.substring(0, name.length() - SUSPENDED.length()) : name;
        var span = Span.named(bareName.equals("CA_BREACH_30") ? "DAYS_30" : bareName);
        if (stops && span.unit() == Span.Unit.HOURS) {
            throw new IllegalArgumentException("Unknown rule " + name + ": hours are never suspended");
        }
        var moves = span.unit() != Span.Unit.HOURS
                && List.of(HolidayCalendar.FR, HolidayCalendar.FR_AM, HolidayCalendar.EW)
                        .contains(calendar);
        var effects = Map.of(Doubt.IDENTITY, Suspension.Effect.SUSPENDS, Doubt.SCOPE, Suspension.Effect.SUSPENDS);
        var suspension = stops
                ? new Suspension(effects, new Span(Span.Unit.DAYS, 5), "EDPB Guidelines 01/2022 § 159")
                : Suspension.never(name);
        return bare(name, span, calendar, moves, suspension);
    }

    private static RuleSet bare(String id, Span span, HolidayCalendar calendar, boolean moves, Suspension suspension) {
        var lastDay = new LastDay(List.of(calendar), moves, id);
        return new RuleSet(
                id,
                "PROMISE",
                Duty.ANSWER,
                true,
                LocalDate.MIN,
                null,
                new Sourced(span, id),
                lastDay,
                suspension,
                null,
                id);
    }

    static RuleSet of(Tree tree) {
        var period = tree.object("period");
        var lastDay = tree.object("lastDay");
        return new RuleSet(
                tree.text("id"),
                tree.text("regime"),
                tree.choice(Duty.class, "duty"),
                tree.flag("active"),
                LocalDate.parse(tree.text("validFrom")),
                tree.has("validTo") ? LocalDate.parse(tree.text("validTo")) : null,
                sourced(period, "span"),
                new LastDay(
                        lastDay.texts("calendars").stream()
                                .map(HolidayCalendar::named)
                                .toList(),
                        lastDay.flag("moves"),
                        lastDay.text("source")),
                Suspension.of(tree.object("suspension")),
                tree.has("extension") ? sourced(tree.object("extension"), "total") : null,
                tree.text("source"));
    }

    private static Sourced sourced(Tree tree, String key) {
        return new Sourced(Span.named(tree.text(key)), tree.text("source"));
    }
}
