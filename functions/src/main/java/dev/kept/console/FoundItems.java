package dev.kept.console;

import dev.kept.page.FoundItem;
import dev.kept.page.Frame;
import dev.kept.policy.Policy;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The lines of a plan in the words of their reader. */
final class FoundItems {
    private final Frame frame;
    private final Policy policy;

    FoundItems(Frame frame, Policy policy) {
        this.frame = frame;
        this.policy = policy;
    }

    List<FoundItem> of(Found found) {
        return found.lines().stream()
                .map(line -> new FoundItem(
                        policy.systemTitle(line.system(), frame.lang()),
                        category(line.category()),
                        line.count(),
                        line.does(),
                        why(line)))
                .toList();
    }

    String category(String name) {
        return Optional.ofNullable(policy.categories().get(name))
                .map(category -> category.title().in(frame.lang()))
                .orElse(name);
    }

    private @Nullable String why(Found.Line line) {
        var until = line.until();
        if (until == null) {
            return null;
        }
        var day = frame.day(LocalDate.parse(until));
        var law = line.law();
        return law == null ? frame.t("case.found.review", day) : frame.t("case.found.until", law, day);
    }
}
