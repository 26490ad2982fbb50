package dev.kept.clock;

import static java.time.temporal.TemporalAdjusters.dayOfWeekInMonth;
import static java.time.temporal.TemporalAdjusters.lastInMonth;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.util.function.IntFunction;

/** A holiday, and the rule that finds its date in any year. */
record Holiday(Name name, IntFunction<LocalDate> rule) {
    /** What a day is called in the two languages. */
    record Name(String english, String french) {}

    static Holiday fixed(String english, String french, Month month, int day) {
        return new Holiday(new Name(english, french), year -> LocalDate.of(year, month, day));
    }

    /** Days after Easter Sunday; before it where negative. */
    static Holiday easter(String english, String french, int days) {
        return new Holiday(new Name(english, french), year -> easterSunday(year).plusDays(days));
    }

    static Holiday nth(int n, DayOfWeek day, Month month, String english, String french) {
        return new Holiday(
                new Name(english, french), year -> LocalDate.of(year, month, 1).with(dayOfWeekInMonth(n, day)));
    }

    static Holiday last(DayOfWeek day, Month month, String english, String french) {
        return new Holiday(
                new Name(english, french), year -> LocalDate.of(year, month, 1).with(lastInMonth(day)));
    }

    LocalDate in(int year) {
        return rule.apply(year);
    }

    /** The Gregorian computus in the form of Meeus, Jones and Butcher; the letters are theirs. */
    static LocalDate easterSunday(int year) {
        var a = year % 19;
        var b = year / 100;
        var c = year % 100;
        var h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
        var l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
        var m = (a + 11 * h + 22 * l) / 451;
        var n = h + l - 7 * m + 114;
        return LocalDate.of(year, n / 31, n % 31 + 1);
    }
}
