package dev.kept.page;

import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;

/** What will be due when, as a picture and as a table. */
public record CalendarView(ZonedDateTime counted, List<Period> periods) {
    private static final int WIDTH = 1200;
    /** The height of the tallest bar. */
    private static final int HEIGHT = 180;
    /** Above the bars, for the tallest one's number. */
    private static final int ABOVE = 24;
    /** One label in so many where there are more periods than fit. */
    private static final int LABELLED = 3;

    /** A month or a year. */
    public record Period(String title, String label, List<CountRow> counts) {
        public int count() {
            return counts.stream().mapToInt(CountRow::count).sum();
        }
    }

    /**
     * A bar of the picture, in its units.
     *
     * @param label what stands below it, empty where there is no room
     */
    public record Bar(Period period, String label, int x, int y, int width, int height) {
        public int middle() {
            return x + width / 2;
        }
    }

    /** All that is counted. */
    public int count() {
        return periods.stream().mapToInt(Period::count).sum();
    }

    /** The picture's bars: as high as there is much, and never so low as not to be seen. */
    public List<Bar> bars() {
        var most = periods.stream().mapToInt(Period::count).max().orElse(0);
        var step = WIDTH / Math.max(periods.size(), 1);
        var bars = new ArrayList<Bar>();
        for (var number = 0; number < periods.size(); number++) {
            var period = periods.get(number);
            var height =
                    most == 0 || period.count() == 0 ? 0 : Math.max(2, (int) ((long) HEIGHT * period.count() / most));
            var isYear = period.label().length() == 4;
            bars.add(new Bar(
                    period,
                    isYear || number % LABELLED == 0 ? period.label() : "",
                    number * step + step / 8,
                    ABOVE + HEIGHT - height,
                    step - step / 4,
                    height));
        }
        return bars;
    }

    /** Those of which there is anything. */
    public List<Period> filled() {
        return periods.stream().filter(period -> period.count() > 0).toList();
    }
}
