package dev.kept.policy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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
        Map<String, Communication> communications,
        Map<String, CookieClass> cookies,
        List<DisclosureGround> disclosures,
        List<ChangeNotice> changes,
        List<Statement> statements,
        List<ConnectedSystemDeclaration> systems) {

    /** Reads the policy {@code policies/<id>.json} of the class path; throws a {@link PolicyFault} with every fault. */
    public static Policy load(String id) {
        try (var file = Policy.class.getResourceAsStream("/policies/" + id + ".json")) {
            if (file == null) {
                throw new PolicyFault(id, List.of(new Fault("$", "there is no file policies/" + id + ".json")));
            }
            return parse(id, new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Reads a policy from its text; throws a {@link PolicyFault} with every fault. */
    public static Policy parse(String id, String json) {
        return new PolicyReader(id).read(json);
    }

    /** What everybody may know of the policy: the answer of {@code GET /policy}. */
    public Map<String, Object> published(String language) {
        return new PublishedPolicy(this, language(language)).tree();
    }

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
