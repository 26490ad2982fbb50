package dev.kept.policy;

import static java.util.Objects.requireNonNull;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PolicyTest {
    private static final LocalDate COLLECTED = LocalDate.of(2026, 11, 22);

    private final Policy faveo = Policy.load("faveo-helpdesk");

    @Test
    void everyPolicyFileLoadsAndFitsTheSchema() throws IOException {
        var schema = new PolicySchema();
        try (var files = Files.newDirectoryStream(Draft.file("."), "*.json")) {
            for (var file : files) {
                var name = file.getFileName().toString();
                if (!name.equals("policy.schema.json")) {
                    var json = Files.readString(file);
                    assertEquals(
                            name, Policy.parse(name.replace(".json", ""), json).id() + ".json");
                    assertEquals(List.of(), schema.faults(json), name);
                }
            }
        }
    }

    @Test
    void countriesAreRealOnes() {
        var countries = Set.of(Locale.getISOCountries());

        faveo.recipients().forEach(recipient -> assertTrue(countries.containsAll(recipient.countries())));
        faveo.transfers().forEach(transfer -> assertTrue(countries.contains(transfer.country())));
    }

    @Test
    void theHeadIsRead() {
        assertEquals(ZoneId.of("Europe/Paris"), faveo.zone());
        assertEquals(List.of("fr", "en"), faveo.languages());
        assertEquals("EU-FR", faveo.regime());
        assertEquals(Role.BOTH, faveo.role());
        assertEquals("support@faveohelpdesk.com", faveo.organisation().contact());
        assertEquals("dpo@faveohelpdesk.com", faveo.addresses().staff().get("dpo"));
    }

    @Test
    void aFormAsksForNothingThatIsNotDeclared() {
        var register = faveo.form("register").orElseThrow();

        assertEquals(IdentifierType.EMAIL, register.field("email").orElseThrow().identifier());
        assertTrue(register.field("cardNumber").isEmpty());
        assertTrue(faveo.form("testimonial").isEmpty());
        assertEquals(
                List.of("1-9", "10-49", "50-249", "250-or-more"),
                register.field("companySize").orElseThrow().choices().stream()
                        .map(Choice::value)
                        .toList());
    }

    @Test
    void noFormCouldHoldACardNumber() {
        var paid = faveo.form("order").orElseThrow().fields().stream()
                .filter(field -> field.category().equals("payment"))
                .collect(Collectors.toMap(Field::name, Field::maxLength));

        assertEquals(Set.of("paymentMethod", "paymentToken", "cardLast4"), paid.keySet());
        assertEquals(4, paid.get("cardLast4"));
    }

    @Test
    void accountDataGoFourteenDaysAfterTheAccountIsClosed() {
        var contact = faveo.category("contact");

        assertEquals(KeyClass.ACCOUNT, contact.keyClass());
        var lifetimes = new Lifetimes(faveo.fiscalYearEnd());
        assertTrue(lifetimes.of(contact, Facts.collected(COLLECTED)).lastDay().isEmpty());
        assertEquals(
                Optional.of(LocalDate.of(2026, 12, 15)),
                lifetimes
                        .of(contact, Facts.collected(COLLECTED).ended(LocalDate.of(2026, 12, 1)))
                        .lastDay());
        assertEquals("14 jours après la clôture du compte", contact.retention().describe("fr"));
    }

    @Test
    void invoicesAreKeptTenYearsFromTheCloseOfTheFiscalYear() {
        var billing = faveo.category("billing");

        assertEquals(KeyClass.LEGAL, billing.keyClass());
        assertEquals(LegalBasis.LEGAL_OBLIGATION, billing.legalBasis());
        assertEquals(
                LocalDate.of(2036, 12, 31),
                new Lifetimes(faveo.fiscalYearEnd())
                        .of(billing, Facts.collected(COLLECTED))
                        .lastDay()
                        .orElseThrow());
    }

    @Test
    void theDeadlinesAreThoseOfTheFile() {
        assertEquals(Period.ofDays(30), faveo.deadlines().answer());
        assertEquals(Period.ofMonths(2), faveo.deadlines().extension());
        assertEquals(Duration.parse("PT72H"), faveo.deadlines().breach());
        assertEquals(Period.ofDays(14), faveo.deadlines().purge());
    }

    @Test
    void everyRightIsOfferedAndHasAGroundOfRefusal() {
        for (var kind : RequestKind.rights()) {
            assertTrue(faveo.right(kind).isPresent(), kind.word());
            assertTrue(
                    faveo.refusals().stream().anyMatch(ground -> ground.kinds().contains(kind)), kind.word());
        }
    }

    @Test
    void promotionalMessagesCanBeStoppedOnTheirOwn() {
        faveo.communications().values().stream()
                .filter(sent -> sent.promotional() && sent.channels().contains(Channel.EMAIL))
                .forEach(sent -> assertTrue(sent.consent() != null, sent.name()));
        assertEquals(
                List.of("service"),
                faveo.communications().values().stream()
                        .filter(sent -> !sent.promotional())
                        .map(Communication::name)
                        .toList());
    }

    @Test
    void theConnectedSystemsAreRead() {
        var tickets = (ConnectedSystemDeclaration.DynamoDb) system("helpdesk-tickets");
        var documents = (ConnectedSystemDeclaration.S3) system("billing-documents");

        assertEquals("HELPDESK_TICKETS_TABLE", tickets.tableSetting());
        assertEquals("requester", tickets.key().attribute());
        assertEquals("ticketId", tickets.sortKey());
        assertEquals(
                List.of("agentName"),
                tickets.attributes().stream()
                        .filter(ConnectedSystemDeclaration.Attribute::thirdParty)
                        .map(ConnectedSystemDeclaration.Attribute::name)
                        .toList());
        assertEquals(List.of("support"), tickets.categories());
        assertEquals("BILLING_DOCUMENTS_BUCKET", documents.bucketSetting());
        assertEquals(
                "documents/b4c9a289323b21a01c3e940f150eb9b8c542587f1abfd8f0e1cc1ffc5e475514/",
                documents.prefix().of("user@example.com"));
    }

    @Test
    void aCategoryThatIsNotDeclaredIsTheCallersMistake() {
        assertThrows(IllegalArgumentException.class, () -> faveo.category("weather"));
    }

    @Test
    void aLanguageThatThePolicyDoesNotSpeakBecomesItsDefault() {
        assertEquals("en", faveo.language("en"));
        assertEquals("fr", faveo.language("de"));
        assertEquals("fr", faveo.language(null));
    }

    @Test
    void theMapsCannotBeChanged() {
        assertThrows(UnsupportedOperationException.class, () -> faveo.forms().clear());
        assertThrows(
                UnsupportedOperationException.class, () -> faveo.categories().clear());
        assertThrows(
                UnsupportedOperationException.class,
                () -> faveo.organisation().promises().clear());
    }

    @Test
    void thePublishedPolicyHasWhatTheContractNames() throws IOException {
        var published = JSON.std.mapFrom(JSON.std.asString(faveo.published("en")));

        assertEquals("faveo-helpdesk", published.get("id"));
        assertEquals(List.of("fr", "en"), published.get("languages"));
        var order = named(published, "forms", "order");
        var email = members(order, "fields").get(1);
        assertEquals("email", email.get("name"));
        assertEquals("email", email.get("type"));
        assertEquals(true, email.get("required"));
        assertEquals("contact", email.get("category"));
        assertEquals("E-mail address", email.get("label"));
        var billing = named(published, "categories", "billing");
        assertEquals("legal-obligation", billing.get("legalBasis"));
        assertEquals("To draw up and keep the accounting records", billing.get("purpose"));
        assertEquals(
                "10 years after the close of the fiscal year",
                retention(billing).get("text"));
        assertEquals(6, members(published, "rights").size());
        assertEquals(List.of("LU"), members(published, "recipients").get(1).get("countries"));
    }

    @Test
    void thePublishedPolicyKeepsInternalAddressesToItself() throws IOException {
        var published = JSON.std.asString(faveo.published("fr"));

        assertFalse(published.contains("dpo@faveohelpdesk.com"));
        assertFalse(published.contains("HELPDESK_TICKETS_TABLE"));
    }

    @Test
    void anInterfaceIsReadWithWhatIsUsual() {
        var mailing = (ConnectedSystemDeclaration.Http) system("mailing-service");

        assertEquals(
                List.of(new ConnectedSystemDeclaration.Identity(IdentifierType.EMAIL, IdentifierForm.PLAIN, "email")),
                mailing.identities());
        assertEquals(List.of("marketing"), mailing.categories());
        assertEquals(ConnectedSystemDeclaration.Calls.OURS, mailing.calls());
    }

    @Test
    void anInterfaceIsReadWithWhatIsItsOwn() {
        var draft = Draft.faveo()
                .with(
                        "systems.mailing-service.identities",
                        "{\"account\":{\"form\":\"plain\"},\"phone\":{\"form\":\"sha256\",\"type\":\"msisdn\"}}")
                .with(
                        "systems.mailing-service.calls",
                        "{\"ask\":\"/v2/requests\",\"status\":\"request.state\",\"erasure\":\"delete\"}");
        var mailing = Policy.parse(Draft.ID, draft.json()).systems().stream()
                .filter(ConnectedSystemDeclaration.Http.class::isInstance)
                .map(ConnectedSystemDeclaration.Http.class::cast)
                .findFirst()
                .orElseThrow();

        assertEquals(
                List.of("controller_customer_id", "msisdn"),
                mailing.identities().stream()
                        .map(ConnectedSystemDeclaration.Identity::type)
                        .toList());
        assertEquals("/v2/requests", mailing.calls().ask());
        assertEquals("/requests/{id}", mailing.calls().follow());
        assertEquals("request.state", mailing.calls().status());
        assertEquals("delete", mailing.calls().erasure());
        assertEquals("access", mailing.calls().access());
    }

    /** Where a company's systems answer is nobody's business; who is given data stands under the recipients. */
    @Test
    void whereSystemsAnswerIsNotPublished() {
        assertFalse(faveo.published("en").toString().contains("MAILING_SERVICE"));
        assertFalse(faveo.published("en").containsKey("systems"));
    }

    private ConnectedSystemDeclaration system(String id) {
        return faveo.systems().stream()
                .filter(declared -> declared.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, Object> named(Map<String, Object> tree, String list, String name) {
        return members(tree, list).stream()
                .filter(member -> name.equals(member.get("name")))
                .findFirst()
                .orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> members(Map<String, Object> tree, String list) {
        return (List<Map<String, Object>>) requireNonNull(tree.get(list));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> retention(Map<String, Object> category) {
        return (Map<String, Object>) requireNonNull(category.get("retention"));
    }
}
