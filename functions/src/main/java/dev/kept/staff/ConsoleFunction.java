package dev.kept.staff;

import dev.kept.http.Call;
import dev.kept.page.PagedFunction;
import dev.kept.page.Staff;
import org.jspecify.annotations.Nullable;

/** A function of the console: its pages, problems included, show who is signed in. */
public interface ConsoleFunction extends PagedFunction {
    @Override
    default @Nullable Staff staff(Call call) {
        return StaffMember.find(call).map(StaffMember::shown).orElse(null);
    }
}
