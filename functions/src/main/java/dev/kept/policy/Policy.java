package dev.kept.policy;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One privacy policy, as one deployed stack carries it out.
 *
 * @param languages the languages people are spoken to, the default first
 * @param regime the body of law whose deadlines run, such as {@code EU-FR}
 * @param holidays the calendar of public holidays, such as {@code FR}
 */
public record Policy(
        String id,
        String version,
        LocalDate effective,
        Organisation organisation,
        ZoneId zone,
        List<String> languages,
        String regime,
        String holidays,
        Role role,
        @Nullable Processing processing,
        MonthDay fiscalYearEnd,
        @Nullable MinimumAge minimumAge,
        Addresses addresses,
        Map<String, Form> forms,
        Map<String, Consent> consents,
        Map<String, Category> categories,
        List<Right> rights,
        Deadlines deadlines,
        RateLimits limits,
        List<Recipient> recipients,
        List<Transfer> transfers,
        AutomatedDecisions automatedDecisions,
        Remedies remedies,
        List<Ground> refusals,
        List<Ground> extensions,
        List<Statement> statements,
        List<ConnectedSystemDeclaration> systems) {

    /** The form of this name, where the policy has it. */
    public Optional<Form> form(String form) {
        return Optional.ofNullable(forms.get(form));
    }

    /** The consent of this name, where the policy has it. */
    public Optional<Consent> consent(String consent) {
        return Optional.ofNullable(consents.get(consent));
    }

    /** The category of this name, which a part of the policy has named: validation has seen to it that it is there. */
    public Category category(String category) {
        var found = categories.get(category);
        if (found == null) {
            throw new IllegalArgumentException("The policy " + id + " has no category " + category);
        }
        return found;
    }

    /** The recipient with this id, where the policy has it. */
    public Optional<Recipient> recipient(String recipient) {
        return recipients.stream()
                .filter(declared -> declared.id().equals(recipient))
                .findFirst();
    }

    /** The right to this kind of request, where the policy offers it. */
    public Optional<Right> right(RequestKind kind) {
        return rights.stream().filter(offered -> offered.kind() == kind).findFirst();
    }

    /** The language asked for where the policy speaks it, else its default. */
    public String language(@Nullable String asked) {
        return asked != null && languages.contains(asked) ? asked : languages.get(0);
    }
}
