package dev.kept.clock;

import java.time.LocalDate;
import java.util.Set;

/** How far what happened has moved a period: the day it runs from, the days that do not count, and whether it was extended. */
record Progress(LocalDate start, Set<LocalDate> stoppedDays, boolean extended) {
    Progress {
        stoppedDays = Set.copyOf(stoppedDays);
    }

    /** Days on which a clock was stopped that had not started yet are not given twice. */
    int stopped() {
        return (int) stoppedDays.stream().filter(day -> !day.isBefore(start)).count();
    }
}
