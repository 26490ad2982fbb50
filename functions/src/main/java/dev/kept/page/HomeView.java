package dev.kept.page;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The home page of the privacy centre.
 *
 * @param answer within which time requests are answered, where the policy promises one
 */
public record HomeView(
        ControllerItem controller,
        LocalDate effective,
        List<RightItem> rights,
        List<CategoryItem> categories,
        List<LinkItem> forms,
        @Nullable Period answer) {}
