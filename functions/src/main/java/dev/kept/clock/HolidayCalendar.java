package dev.kept.clock;

import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static java.time.DayOfWeek.THURSDAY;
import static java.time.Month.AUGUST;
import static java.time.Month.DECEMBER;
import static java.time.Month.FEBRUARY;
import static java.time.Month.JANUARY;
import static java.time.Month.JULY;
import static java.time.Month.MAY;
import static java.time.Month.NOVEMBER;
import static java.time.Month.SEPTEMBER;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which days are not working days, computed for any year.
 *
 * <p>Where a source leaves room the calendar has the fewer holidays, so that a period never ends too late: days proclaimed for one year
 * only (a coronation) are left out.
 */
public final class HolidayCalendar {
    /** Where a holiday goes that falls on a weekend. */
    private enum Substitute {
        NONE,
        SUNDAY_TO_MONDAY,
        NEXT_WORKING_DAY
    }

    private static final List<Holiday> FRENCH = List.of(
            Holiday.fixed("New Year's Day", "jour de l’an", JANUARY, 1),
            Holiday.easter("Easter Monday", "lundi de Pâques", 1),
            Holiday.fixed("Labour Day", "fête du Travail", MAY, 1),
            Holiday.fixed("Victory Day", "victoire de 1945", MAY, 8),
            Holiday.easter("Ascension Day", "Ascension", 39),
            Holiday.easter("Whit Monday", "lundi de Pentecôte", 50),
            Holiday.fixed("Bastille Day", "fête nationale", JULY, 14),
            Holiday.fixed("Assumption Day", "Assomption", AUGUST, 15),
            Holiday.fixed("All Saints' Day", "Toussaint", NOVEMBER, 1),
            Holiday.fixed("Armistice Day", "armistice de 1918", NOVEMBER, 11),
            Holiday.fixed("Christmas Day", "Noël", DECEMBER, 25));

    private static final List<Holiday> ALSACE_MOSELLE = List.of(
            Holiday.easter("Good Friday", "Vendredi saint", -2),
            Holiday.fixed("St Stephen's Day", "Saint-Étienne", DECEMBER, 26));

    private static final List<Holiday> ENGLISH = List.of(
            Holiday.fixed("New Year's Day", "jour de l’an", JANUARY, 1),
            Holiday.easter("Good Friday", "Vendredi saint", -2),
            Holiday.easter("Easter Monday", "lundi de Pâques", 1),
            Holiday.nth(1, MONDAY, MAY, "Early May bank holiday", "premier lundi de mai"),
            Holiday.last(MONDAY, MAY, "Spring bank holiday", "dernier lundi de mai"),
            Holiday.last(MONDAY, AUGUST, "Summer bank holiday", "dernier lundi d’août"),
            Holiday.fixed("Christmas Day", "Noël", DECEMBER, 25),
            Holiday.fixed("Boxing Day", "lendemain de Noël", DECEMBER, 26));

    /** Only the days that are both federal holidays and paid holidays of the State of California. */
    private static final List<Holiday> CALIFORNIAN = List.of(
            Holiday.fixed("New Year's Day", "jour de l’an", JANUARY, 1),
            Holiday.nth(3, MONDAY, JANUARY, "Martin Luther King Jr. Day", "Martin Luther King Day"),
            Holiday.nth(3, MONDAY, FEBRUARY, "Presidents' Day", "Presidents’ Day"),
            Holiday.last(MONDAY, MAY, "Memorial Day", "Memorial Day"),
            Holiday.fixed("Independence Day", "Independence Day", JULY, 4),
            Holiday.nth(1, MONDAY, SEPTEMBER, "Labor Day", "Labor Day"),
            Holiday.fixed("Veterans Day", "Veterans Day", NOVEMBER, 11),
            Holiday.nth(4, THURSDAY, NOVEMBER, "Thanksgiving Day", "Thanksgiving"),
            Holiday.fixed("Christmas Day", "Noël", DECEMBER, 25));

    /** Metropolitan France (Code du travail art. L3133-1). */
    public static final HolidayCalendar FR = new HolidayCalendar("FR", FRENCH, Substitute.NONE);

    /** Alsace and Moselle, which have two days more (Code du travail art. L3134-13). */
    public static final HolidayCalendar FR_AM = new HolidayCalendar(
            "FR-AM", Stream.concat(FRENCH.stream(), ALSACE_MOSELLE.stream()).toList(), Substitute.NONE);

    /** England and Wales. */
    public static final HolidayCalendar EW = new HolidayCalendar("EW", ENGLISH, Substitute.NEXT_WORKING_DAY);

    /** California, strict: fewer holidays than any business keeps, hence earlier dates. */
    public static final HolidayCalendar CA = new HolidayCalendar("CA", CALIFORNIAN, Substitute.SUNDAY_TO_MONDAY);

    /** Every day counts. */
    public static final HolidayCalendar NONE = new HolidayCalendar("NONE", List.of(), Substitute.NONE);

    private static final Map<DayOfWeek, Holiday.Name> WEEKEND = Map.of(
            SATURDAY, new Holiday.Name("Saturday", "samedi"),
            SUNDAY, new Holiday.Name("Sunday", "dimanche"));

    private static final String VERSION = "2026.1";

    private final String id;
    private final List<Holiday> holidays;
    private final Substitute substitute;

    private HolidayCalendar(String id, List<Holiday> holidays, Substitute substitute) {
        this.id = id;
        this.holidays = holidays;
        this.substitute = substitute;
    }

    public static HolidayCalendar named(String id) {
        return Stream.of(FR, FR_AM, EW, CA, NONE)
                .filter(calendar -> calendar.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "Unknown holiday calendar " + id + ": expected FR, FR-AM, EW, CA or NONE"));
    }

    public String id() {
        return id;
    }

    /** Which edition of the rules above was used, to be stored with what was computed from it. */
    public String version() {
        return id + "/" + VERSION;
    }

    public boolean isWorkingDay(LocalDate day) {
        return dayOff(day).isEmpty();
    }

    /** The day itself, or the first working day after it. */
    public LocalDate workingDayFrom(LocalDate day) {
        var candidate = day;
        while (!isWorkingDay(candidate)) {
            candidate = candidate.plusDays(1);
        }
        return candidate;
    }

    LocalDate plusWorkingDays(LocalDate start, int count) {
        if (equals(NONE)) {
            throw new IllegalArgumentException("Business days need a holiday calendar");
        }
        var day = start;
        for (var counted = 0; counted < count; counted++) {
            day = workingDayFrom(day.plusDays(1));
        }
        return day;
    }

    /** Why a day is not a working day, or nothing if it is one. */
    Optional<Holiday.Name> dayOff(LocalDate day) {
        if (equals(NONE)) {
            return Optional.empty();
        }
        var holiday = holidaysIn(day.getYear()).get(day);
        return Optional.ofNullable(holiday != null ? holiday : WEEKEND.get(day.getDayOfWeek()));
    }

    Map<LocalDate, Holiday.Name> holidaysIn(int year) {
        var days = new HashMap<LocalDate, Holiday.Name>();
        holidays.forEach(holiday -> days.putIfAbsent(holiday.in(year), holiday.name()));
        // Only once all are in place: Christmas on a Sunday must step over Boxing Day.
        holidays.forEach(
                holiday -> substituteFor(holiday.in(year), days).ifPresent(day -> days.put(day, holiday.name())));
        return days;
    }

    private Optional<LocalDate> substituteFor(LocalDate day, Map<LocalDate, Holiday.Name> taken) {
        var weekday = day.getDayOfWeek();
        if (!WEEKEND.containsKey(weekday) || substitute == Substitute.NONE) {
            return Optional.empty();
        }
        if (substitute == Substitute.SUNDAY_TO_MONDAY) {
            return weekday == SUNDAY ? Optional.of(day.plusDays(1)) : Optional.empty();
        }
        return day.datesUntil(day.plusDays(7))
                .filter(next -> !WEEKEND.containsKey(next.getDayOfWeek()) && !taken.containsKey(next))
                .findFirst();
    }
}
