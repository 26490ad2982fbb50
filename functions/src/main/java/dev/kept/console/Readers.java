package dev.kept.console;

import dev.kept.staff.StaffRole;
import java.util.EnumSet;
import java.util.Set;

/** Who may look at requests: everybody of the staff. */
final class Readers {
    static final Set<StaffRole> ALL = EnumSet.allOf(StaffRole.class);

    private Readers() {}
}
