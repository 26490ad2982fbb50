package dev.kept.page;

import java.time.LocalDate;
import java.util.List;

/**
 * What is to be told when data are collected (GDPR art. 13).
 *
 * @param required labels of the fields without which the form cannot be handled (art. 13(2)(e))
 */
public record NoticeView(
        String form,
        String title,
        LocalDate effective,
        ControllerItem controller,
        List<CategoryItem> categories,
        List<String> required,
        List<String> observed,
        List<ConsentItem> consents,
        List<RecipientItem> recipients,
        List<TransferItem> transfers,
        List<RightItem> rights,
        AutomatedItem automated,
        RemediesItem remedies,
        List<String> statements) {}
