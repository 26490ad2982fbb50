package dev.kept.page;

import java.time.ZonedDateTime;
import java.util.List;

/**
 * The readable page of an answer to an access request, with all that GDPR art. 15 asks for.
 *
 * @param held what is processed, with purpose, legal basis, source, recipients and storage period (art. 15(1)(a)-(d), (g))
 * @param searched the systems that were asked
 * @param silent the systems that did not answer
 */
public record AnswerPackageView(
        String reference,
        String kind,
        ZonedDateTime received,
        ZonedDateTime answered,
        ControllerItem controller,
        List<HeldItem> held,
        List<RecipientItem> recipients,
        List<TransferItem> transfers,
        List<RightItem> rights,
        RemediesItem remedies,
        AutomatedItem automated,
        List<String> searched,
        List<SystemItem> systems,
        List<RedactionItem> redactions,
        List<String> silent,
        List<FileItem> files) {

    /** Whether anything is processed about the person: "no data" is an answer too. */
    public boolean any() {
        return !held.isEmpty();
    }

    @Override
    public String toString() {
        return "AnswerPackageView[" + reference + "]";
    }
}
