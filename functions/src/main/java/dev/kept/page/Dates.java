package dev.kept.page;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Says days and moments; month names are texts of ours, since loading those of the JDK slows a cold start. */
public final class Dates {
    private final Texts texts;

    public Dates(Texts texts) {
        this.texts = texts;
    }

    /** Such as "7 April 2026", or "1er avril 2026". */
    public String day(LocalDate day) {
        var number = Integer.toString(day.getDayOfMonth());
        return texts.get(
                "date.day",
                day.getDayOfMonth() == 1 ? texts.get("date.first") : number,
                texts.word("month", Integer.toString(day.getMonthValue())),
                Integer.toString(day.getYear()));
    }

    /** Such as "7 April 2026 at 14:05". */
    public String moment(ZonedDateTime moment) {
        return texts.get("date.moment", day(moment.toLocalDate()), time(moment.toLocalTime()));
    }

    /** Such as "1 month and 15 days". */
    public String period(Period period) {
        var parts = new ArrayList<String>();
        add(parts, period.getYears(), "period.year", "period.years");
        add(parts, period.getMonths(), "period.month", "period.months");
        add(parts, period.getDays(), "period.day", "period.days");
        return String.join(texts.get("period.and"), parts);
    }

    private void add(List<String> parts, int count, String one, String many) {
        if (count != 0) {
            parts.add(texts.get(count == 1 ? one : many, count));
        }
    }

    private String time(LocalTime time) {
        return texts.get(
                "date.time", Integer.toString(time.getHour()), String.format(Locale.ROOT, "%02d", time.getMinute()));
    }
}
