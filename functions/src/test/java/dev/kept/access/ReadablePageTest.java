package dev.kept.access;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kept.ledger.Outcome;
import dev.kept.ledger.SystemOutcome;
import dev.kept.policy.Policy;
import dev.kept.policy.RequestKind;
import dev.kept.request.Request;
import dev.kept.request.RequestDue;
import dev.kept.request.RequestState;
import dev.kept.system.Row;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReadablePageTest {
    private static final Instant RECEIVED = Instant.parse("2026-11-03T08:05:00Z");

    private final Policy policy = Policy.load("faveo-helpdesk");

    @Test
    void fieldsHaveTheNamesThatTheFormGaveThem() {
        var html = html("fr", parts());

        assertTrue(html.contains("<th scope=\"col\">Nom et prénom</th>"), html);
        assertTrue(html.contains("<td>Camille Martin</td>"));
        assertTrue(html.contains("<td>Créer un compte</td>"));
        assertFalse(html.contains("form:register"));
    }

    @Test
    void anAnswerOfAListIsShownAsTheFormShowedIt() {
        assertTrue(html("fr", parts()).contains("<td>10 à 49 personnes</td>"));
        assertTrue(html("en", parts()).contains("<td>10 to 49 people</td>"));
    }

    @Test
    void attributesOfAnotherSystemHaveTheNamesOfThePolicy() {
        var html = html("en", parts());

        assertTrue(html.contains("<th scope=\"col\">Ticket number</th>"), html);
        assertTrue(html.contains("Support tickets – Name of the agent"), html);
        assertFalse(html.contains("agentName"));
    }

    @Test
    void datesAreWrittenOutInThePolicysZone() {
        var html = html("fr", parts());

        assertTrue(html.contains("3 novembre 2026"), html);
        assertTrue(html.contains("1er mai 2026 à 10"), html);
        assertTrue(html.contains("<td>30 avril 2029</td>"), html);
    }

    @Test
    void anUnknownFieldKeepsItsNameAndItsValue() {
        var row = new Row("support", Map.of(), Map.of("mood", "calm"), List.of());

        var html = html("en", List.of(new Parts.Part("helpdesk-tickets", List.of(row), List.of())));

        assertTrue(html.contains("<th scope=\"col\">mood</th>") && html.contains("<td>calm</td>"), html);
    }

    @Test
    void filesAreDescribedInWords() {
        var html = html("en", parts());

        assertTrue(html.contains("<td>A document from: Invoices</td>"), html);
        assertTrue(html.contains(" – Support tickets</td>"), html);
        assertTrue(html.contains("<td>invoice.pdf</td>"), html);
    }

    @Test
    void nothingFoundIsAnAnswerToo() {
        var html = html("fr", List.of());

        assertTrue(html.contains("Non, nous ne traitons aucune donnée"), html);
        assertTrue(html.contains("Tickets d’assistance"), html);
    }

    private List<Parts.Part> parts() {
        var about = Map.of("source", "form:register", "collected", "2026-05-01T08:00:00Z", "keptUntil", "2029-04-30");
        var contact = new Row("contact", about, Map.of("name", "Camille Martin"), List.of());
        var company = new Row("company", about, Map.of("companySize", "10-49"), List.of());
        var ticket = new Row("support", Map.of(), Map.of("ticketId", "T-12"), List.of("agentName"));
        return List.of(
                new Parts.Part("kept", List.of(contact, company), List.of()),
                new Parts.Part("helpdesk-tickets", List.of(ticket), List.of()),
                new Parts.Part(
                        "billing-documents", List.of(), List.of(new Parts.File("billing", "invoice.pdf", "key", 1))));
    }

    private String html(String language, List<Parts.Part> parts) {
        var outcomes = policy.systems().stream()
                .map(system -> outcome(system.id(), parts))
                .toList();
        var information = new Article15(policy, language).about(outcomes, parts);
        var files = Map.of("data/helpdesk-tickets/support.json", "0a", "documents/billing-documents/invoice.pdf", "0b");
        return new ReadablePage(policy)
                .html(
                        request(language),
                        new ReadablePage.Content(RECEIVED.plusSeconds(900), outcomes, information, parts, files));
    }

    private static SystemOutcome outcome(String system, List<Parts.Part> parts) {
        return parts.stream()
                .filter(part -> part.system().equals(system))
                .findFirst()
                .map(part -> new SystemOutcome(system, Outcome.GIVEN, part.counts()))
                .orElseGet(() -> new SystemOutcome(system, Outcome.NONE, Map.of()));
    }

    private static Request request(String language) {
        var day = LocalDate.of(2026, 12, 3);
        return new Request(
                "abcdefghijklmnopqrstuvwxyzab",
                RequestKind.ACCESS,
                RequestState.CARRYING_OUT,
                RECEIVED,
                language,
                "faveo-helpdesk/2026-11",
                new RequestDue(day, RECEIVED, day, RECEIVED, Optional.empty()),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
