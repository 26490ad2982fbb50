package dev.kept.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Spoils a good policy in one way after another: each fault is named where it is, and nothing else is blamed. */
class PolicyFaultTest {
    private static final PolicySchema SCHEMA = new PolicySchema();

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            # where                                 | what is put there                     | where the fault is seen
            surprise                                | 1                                     | $.surprise
            forms.register.fields.email.ticked      | true                                  | $.forms.register.fields.email.ticked
            consents.newsletter.default             | true                                  | $.consents.newsletter.default
            id                                      | "Faveo Helpdesk"                      | $.id
            version                                 | 7                                     | $.version
            effective                               | "2026-02-30"                          | $.effective
            effective                               | "soon"                                | $.effective
            zone                                    | "Paris time"                          | $.zone
            zone                                    | "+01:00"                              | $.zone
            languages                               | ["fr","de"]                           | $.languages[1]
            languages                               | []                                    | $.languages
            languages                               | "fr"                                  | $.languages
            languages                               | ["fr","fr","en"]                      | $.languages[1]
            regime                                  | "MARS"                                | $.regime
            holidays                                | "FR-75"                               | $.holidays
            role                                    | "owner"                               | $.role
            fiscalYearEnd                           | "12-31"                               | $.fiscalYearEnd
            minimumAge.years                        | 0                                     | $.minimumAge.years
            organisation.contact                    | "support at faveohelpdesk dot com"    | $.organisation.contact
            organisation.website                    | "http://www.faveohelpdesk.com"        | $.organisation.website
            organisation.phone                      | "call us"                             | $.organisation.phone
            addresses.staff                         | "privacy@faveohelpdesk.com"           | $.addresses.staff
            refusals                                | {}                                    | $.refusals
            forms.wishes                            | {"title":{"fr":"a","en":"b"},"introduction":{"fr":"a","en":"b"},"fields":{"email":{"type":"email","required":true,"category":"contact","maxLength":9,"label":{"fr":"a","en":"b"},"identifier":"email"}}} | $.forms.wishes
            forms.register.title                    | "Créer un compte"                     | $.forms.register.title
            forms.register.title.fr                 | " "                                   | $.forms.register.title.fr
            forms.register.title.de                 | "Konto"                               | $.forms.register.title.de
            forms.register.promises                 | ["FAVEO-05","FAVEO-05"]               | $.forms.register.promises[1]
            forms.register.promises                 | ["five"]                              | $.forms.register.promises[0]
            forms.register.fields.email.type        | "mail"                                | $.forms.register.fields.email.type
            forms.register.fields.email.required    | "yes"                                 | $.forms.register.fields.email.required
            forms.register.fields.email.required    | null                                  | $.forms.register.fields.email.required
            forms.register.fields.email.maxLength   | 1.5                                   | $.forms.register.fields.email.maxLength
            forms.register.fields.email.maxLength   | 1000000                               | $.forms.register.fields.email.maxLength
            forms.register.fields.email.identifier  | "passport"                            | $.forms.register.fields.email.identifier
            forms.register.fields.name.choices      | {"a":{"label":{"fr":"a","en":"b"}}}   | $.forms.register.fields.name.choices
            forms.register.fields.name.type         | "choice"                              | $.forms.register.fields.name.choices
            forms.register.fields.Postal_Code       | {"type":"text","required":false,"category":"contact","maxLength":9,"label":{"fr":"a","en":"b"}} | $.forms.register.fields.Postal_Code
            categories.contact.purpose.en           | "To run your account, bill you, etc." | $.categories.contact.purpose.en
            categories.contact.source.fr            | "Vous, vos contacts…"                 | $.categories.contact.source.fr
            categories.contact.legalBasis           | "because"                             | $.categories.contact.legalBasis
            categories.contact.retention.period     | "14 days"                             | $.categories.contact.retention.period
            categories.contact.retention.period     | "P-14D"                               | $.categories.contact.retention.period
            categories.contact.retention.period     | "p14d"                                | $.categories.contact.retention.period
            categories.contact.retention.event      | "some-day"                            | $.categories.contact.retention.event
            categories.contact.keyClass             | "legal"                               | $.categories.contact.retention
            categories.support.anonymise            | {"people":10,"by":{"channel":{"values":["email"]}}} | $.categories.support.anonymise.people
            categories.support.anonymise            | {"people":20,"by":{}}                 | $.categories.support.anonymise.by
            categories.support.anonymise            | {"people":20,"by":{"channel":{"values":[]}}} | $.categories.support.anonymise.by.channel.values
            categories.support.anonymise            | {"people":20,"by":{"channel":["email"]}} | $.categories.support.anonymise.by.channel
            deadlines.answer                        | "30"                                  | $.deadlines.answer
            deadlines.breach                        | "P3D"                                 | $.deadlines.breach
            deadlines.confirmation                  | "PT1.5H"                              | $.deadlines.confirmation
            deadlines.downloads                     | -5                                    | $.deadlines.downloads
            rights.forgetting                       | {"title":{"fr":"a","en":"b"},"explanation":{"fr":"a","en":"b"}} | $.rights.forgetting
            recipients.paypal.countries             | ["Luxembourg"]                        | $.recipients.paypal.countries[0]
            refusals.EXCESSIVE.kinds                | ["everything"]                        | $.refusals.EXCESSIVE.kinds[0]
            changes.policy.channels                 | []                                    | $.changes.policy.channels
            systems.helpdesk-tickets.key.form       | "md5"                                 | $.systems.helpdesk-tickets.key.form
            systems.helpdesk-tickets.tableSetting   | "helpdesk tickets"                    | $.systems.helpdesk-tickets.tableSetting
            systems.billing-documents.prefix        | "documents/{email:sha256}"            | $.systems.billing-documents.prefix
            systems.mailing-service.identities      | {}                                    | $.systems.mailing-service.identities
            systems.mailing-service.identities      | {"shoe-size":{"form":"plain"}}        | $.systems.mailing-service.identities.shoe-size
            systems.mailing-service.identities.email.form | "md5"                           | $.systems.mailing-service.identities.email.form
            systems.mailing-service.identities.email.type | "e mail"                        | $.systems.mailing-service.identities.email.type
            systems.mailing-service.attributes      | {}                                    | $.systems.mailing-service.attributes
            systems.mailing-service.addressSetting  | "https://mail.example.com"            | $.systems.mailing-service.addressSetting
            systems.mailing-service.calls.ask       | "requests?type=erasure"               | $.systems.mailing-service.calls.ask
            systems.mailing-service.calls.ask       | "/requests/{email}"                   | $.systems.mailing-service.calls.ask
            systems.mailing-service.calls.follow    | "/requests"                           | $.systems.mailing-service.calls.follow
            systems.mailing-service.calls.follow    | "/requests/{id}/{id}"                 | $.systems.mailing-service.calls.follow
            systems.mailing-service.calls.status    | "$.status"                            | $.systems.mailing-service.calls.status
            systems.mailing-service.calls.method    | "PUT"                                 | $.systems.mailing-service.calls.method
            systems.cabinet                         | {"kind":"hand","title":{"fr":"a","en":"b"},"categories":[],"instructions":{"fr":"a","en":"b"},"within":"P5D"} | $.systems.cabinet.categories
            systems.cabinet                         | {"kind":"hand","title":{"fr":"a","en":"b"},"categories":["support"],"instructions":{"fr":"a","en":"b"},"within":"5 days"} | $.systems.cabinet.within
            systems.cabinet                         | {"kind":"hand","title":{"fr":"a","en":"b"},"categories":["support"],"within":"P5D"} | $.systems.cabinet.instructions
            effective                               | "+12026-01-01"                        | $.effective
            systems.billing-documents.prefix        | "{email:sha256}/{phone:plain}/"       | $.systems.billing-documents.prefix
            systems.billing-documents.prefix        | "documents/"                          | $.systems.billing-documents.prefix
            systems.billing-documents.prefix        | "documents/{name:sha256}/"            | $.systems.billing-documents.prefix
            """)
    void theSchemaAndTheLoaderRefuseAWrongShape(String where, String put, String seen) {
        var broken = Draft.faveo().with(where, put).json();

        assertEquals(List.of(seen), faultPaths(broken));
        assertFalse(SCHEMA.faults(broken).isEmpty(), "the schema lets it pass");
    }

    @ParameterizedTest
    @CsvSource({
        "organisation",
        "zone",
        "languages",
        "addresses.staff.dpo",
        "forms.order.introduction",
        "forms.order.fields.email.maxLength",
        "categories.billing.retention",
        "categories.billing.retention.reason",
        "deadlines.purge",
        "limits.perSender",
        "automatedDecisions.logic",
        "remedies.address",
        "refusals.EXCESSIVE.article",
        "processing",
        "systems.helpdesk-tickets.key",
        "systems.mailing-service.addressSetting",
        "systems.mailing-service.secretSetting",
        "systems.mailing-service.recipient",
        "systems.mailing-service.identities",
        "systems.mailing-service.identities.email.form"
    })
    void theSchemaAndTheLoaderMissWhatIsMissing(String what) {
        var broken = Draft.faveo().without(what).json();

        assertEquals(List.of("$." + what), faultPaths(broken));
        assertFalse(SCHEMA.faults(broken).isEmpty(), "the schema lets it pass");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            id                                          | "another-policy"         | $.id
            zone                                        | "Europe/Pari"            | $.zone
            categories.contact.retention.period         | "P999999999Y"            | $.categories.contact.retention.period
            deadlines.breach                            | "PT99999999999H"         | $.deadlines.breach
            fiscalYearEnd                               | "--02-31"                | $.fiscalYearEnd
            forms.register.title                        | {"fr":"Créer un compte"} | $.forms.register.title.en
            forms.register.fields.email.category        | "contacts"               | $.forms.register.fields.email.category
            forms.order.observed.location.category      | "places"                 | $.forms.order.observed.location.category
            forms.register.consents                     | ["newsletters"]          | $.forms.register.consents
            consents.newsletter.category                | "adverts"                | $.consents.newsletter.category
            communications.offers.consent               | "offer"                  | $.communications.offers.consent
            cookies.insight.consent                     | "cookies"                | $.cookies.insight.consent
            statements.acceptance.forms                 | ["trial"]                | $.statements.acceptance.forms
            systems.billing-documents.category          | "bills"                  | $.systems.billing-documents
            systems.helpdesk-tickets.attributes.subject.category | "mail"          | $.systems.helpdesk-tickets
            systems.helpdesk-tickets.attributes.subject.field | "topic"            | $.systems.helpdesk-tickets.attributes.subject.field
            systems.mailing-service.attributes.list.category | "letters"           | $.systems.mailing-service
            systems.mailing-service.attributes.name.field | "nickname"             | $.systems.mailing-service.attributes.name.field
            systems.cabinet                             | {"kind":"hand","title":{"fr":"a","en":"b"},"categories":["letters"],"instructions":{"fr":"a","en":"b"},"within":"P5D"} | $.systems.cabinet
            systems.cabinet                             | {"kind":"hand","title":{"fr":"a","en":"b"},"categories":["support"],"instructions":{"fr":"a","en":"b"},"within":"P0D"} | $.systems.cabinet.within
            systems.cabinet                             | {"kind":"hand","title":{"fr":"a","en":"b"},"categories":["support"],"instructions":{"fr":"a","en":"b"},"within":"P15D"} | $.systems.cabinet.within
            systems.mailing-service.secretSetting       | "MAILING_SERVICE_ADDRESS" | $.systems.mailing-service.secretSetting
            systems.mailing-service.recipient           | "somebody"               | $.systems.mailing-service.recipient
            systems.mailing-service.recipient           | "paypal"                 | $.systems.mailing-service.recipient
            categories.order.recipients                 | ["paypal"]               | $.recipients.amazon-web-services.categories $.recipients.paypal.categories
            categories.contact.retention.period         | "P3Y"                    | $.categories.contact.retention.period
            categories.billing.anonymise                | {"people":20,"by":{"billingCountry":{"values":["FR"]}}} | $.categories.billing.anonymise $.categories.billing.anonymise
            categories.marketing.anonymise              | {"people":20,"by":{"list":{"values":["news"]}}} | $.categories.marketing.anonymise
            categories.support.anonymise                | {"people":20,"by":{"canal":{"values":["email"]}}} | $.categories.support.anonymise.by.canal
            categories.support.anonymise                | {"people":20,"by":{"channel":{"values":["email","other"]}}} | $.categories.support.anonymise.by.channel.values
            categories.support.anonymise                | {"people":20,"by":{"requester":{"values":["a"]}}} | $.categories.support.anonymise.by.requester
            categories.support.anonymise                | {"people":20,"by":{"agentName":{"values":["a"]}}} | $.categories.support.anonymise.by.agentName
            categories.contact.anonymise                | {"people":20,"by":{"phone":{"values":["a"]}}} | $.categories.contact.anonymise.by.phone
            categories.company.anonymise                | {"people":20,"by":{"companySize":{"values":["many"]}}} | $.categories.company.anonymise.by.companySize.values
            categories.company.anonymise                | {"people":20,"by":{"companySize":{"values":["1-9","10-49"]},"companyType":{"values":["a","b","c","d","e","f","g","h","i","j","k","l","m","n","o","p","q","r","s","t","u","v","w","x","y","z","aa","bb","cc","dd"]}}} | $.categories.company.anonymise.by
            deadlines.ahead                             | "-P1D"                   | $.deadlines.ahead
            recipients.paypal.countries                 | ["US"]                   | $.recipients.paypal.safeguard
            systems                                     | {"billing-documents":{"kind":"s3","title":{"fr":"a","en":"b"},"bucketSetting":"B","prefix":"{email:plain}/","category":"billing"}} | $.systems
            """)
    void theLoaderAlsoRefusesWhatContradictsAnotherPart(String where, String put, String seen) {
        var broken = Draft.faveo().with(where, put).json();

        assertEquals(List.of(seen.split(" ", -1)), faultPaths(broken));
    }

    @Test
    void aPurgeThatLeavesNoTimeForAnExportIsRefused() {
        var broken = Draft.faveo().with("deadlines.purge", "\"P5D\"").json();

        assertTrue(faultPaths(broken).contains("$.deadlines.purge"), () -> "" + faultPaths(broken));
    }

    @Test
    void aFormThatFindsNobodyAgainIsRefused() {
        var broken = Draft.faveo()
                .without("forms.register.fields.email.identifier")
                .without("forms.register.fields.phone.identifier")
                .json();

        assertEquals(List.of("$.forms.register.fields"), faultPaths(broken));
    }

    /** An answer to an access request would have no words for what Kept itself keeps of her requests. */
    @Test
    void aPolicyWithoutACategoryForRequestsIsRefused() {
        var broken = Draft.faveo().without("categories.requests").json();

        assertTrue(
                faultPaths(broken).contains("$.categories"), faultPaths(broken).toString());
    }

    @Test
    void everyFaultIsNamedAtOnceAndSaysHowToMendIt() {
        var broken = Draft.faveo()
                .with("forms.register.fields.email.type", "\"mail\"")
                .with("consents.newsletter.category", "\"adverts\"")
                .with("extra", "true")
                .without("deadlines.breach")
                .json();

        var refused = assertThrows(PolicyFault.class, () -> Policy.parse(Draft.ID, broken));

        assertEquals("""
                The policy faveo-helpdesk cannot be used:
                  $.forms.register.fields.email.type: “mail” has to be one of text, long-text, email, phone, country, \
                number, digits, choice, date
                  $.deadlines.breach: is missing
                  $.extra: is not known here: remove it, or correct its spelling to one of $schema, addresses, \
                automatedDecisions, categories, changes, communications, consents, cookies, deadlines, disclosures, \
                effective, extensions, fiscalYearEnd, forms, holidays, id, languages, limits, minimumAge, organisation, \
                processing, recipients, refusals, regime, remedies, rights, role, statements, systems, transfers, \
                version, zone
                  $.consents.newsletter.category: names “adverts”, which is not declared: declare it under $.categories, \
                or correct its spelling""", refused.getMessage());
    }

    @Test
    void aNameThatStandsTwiceIsRefused() {
        var broken = "{\"forms\":{\"register\":{\"fields\":{\"email\":{},\"email\":{}}}}}";

        assertEquals(List.of("$"), faultPaths(broken));
    }

    @Test
    void whatIsNotAnObjectIsRefused() {
        assertEquals(List.of("$"), faultPaths("[]"));
        assertEquals(List.of("$"), faultPaths("{\"id\":"));
        assertEquals(List.of("$"), faultPaths(""));
    }

    @Test
    void aPolicyThatIsNotThereIsNamed() {
        var refused = assertThrows(PolicyFault.class, () -> Policy.load("nobodys-policy"));

        assertEquals(List.of("$"), refused.faults().stream().map(Fault::path).toList());
    }

    /** Whatever is put anywhere, the loader answers with faults, and lets nothing pass that the schema refuses. */
    @Test
    void theLoaderIsNeverLaxerThanTheSchema() {
        var seed = System.nanoTime();
        var random = new Random(seed);
        var junk = List.of(
                "null",
                "1",
                "-1",
                "true",
                "\"\"",
                "\"x\"",
                "\"É à\"",
                "[]",
                "[null]",
                "[1]",
                "[\"x\"]",
                "{}",
                "{\"x\":null}",
                "{\"x\":{}}",
                "\"P1Y\"",
                "\"PT1H\"",
                "1e99",
                "[[]]");
        var paths = Draft.faveo().paths();
        for (var round = 0; round < 250; round++) {
            var path = paths.get(random.nextInt(paths.size()));
            var put = junk.get(random.nextInt(junk.size()));
            var spoilt = Draft.faveo().with(path, put).json();

            assertTrue(
                    SCHEMA.faults(spoilt).isEmpty() || !faultPaths(spoilt).isEmpty(),
                    () -> "seed " + seed + ": " + put + " at " + path + " is refused by the schema alone");
        }
    }

    private static List<String> faultPaths(String json) {
        try {
            Policy.parse(Draft.ID, json);
            return List.of();
        } catch (PolicyFault refused) {
            return refused.faults().stream().map(Fault::path).toList();
        }
    }
}
