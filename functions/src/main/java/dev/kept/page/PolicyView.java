package dev.kept.page;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The whole policy as a page.
 *
 * @param processing what is held for customers and whom to turn to then; absent for one who only decides itself
 * @param communications messages and how to stop them
 * @param cookies classes of cookies, what for and for how long
 */
public record PolicyView(
        String version,
        LocalDate effective,
        ControllerItem controller,
        @Nullable TextItem processing,
        List<LinkItem> forms,
        List<CategoryItem> categories,
        List<RecipientItem> recipients,
        List<TransferItem> transfers,
        List<RightItem> rights,
        PromisesItem promises,
        List<TextItem> communications,
        List<TextItem> cookies,
        AutomatedItem automated,
        RemediesItem remedies,
        List<String> statements,
        @Nullable String minimumAge) {}
