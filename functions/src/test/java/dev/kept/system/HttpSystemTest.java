package dev.kept.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kept.http.Json;
import dev.kept.person.Identifier;
import dev.kept.person.Personal;
import dev.kept.policy.ConnectedSystemDeclaration.Attribute;
import dev.kept.policy.ConnectedSystemDeclaration.Calls;
import dev.kept.policy.ConnectedSystemDeclaration.Http;
import dev.kept.policy.ConnectedSystemDeclaration.Identity;
import dev.kept.policy.IdentifierForm;
import dev.kept.policy.IdentifierType;
import dev.kept.policy.Text;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A sub-processor's interface over real HTTPS, with all that can go wrong on the way. */
class HttpSystemTest {
    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00.123Z");
    private static final Instant RECEIVED = Instant.parse("2026-11-20T07:00:00Z");
    private static final Text TITLE = new Text(Map.of("en", "Newsletter"));
    private static final String MAIL = "ada@example.org";
    private static final String PHONE = "+33612345678";
    private static final Subject ADA = new Subject(
                    Optional.of("p1"),
                    List.of(),
                    List.of(
                            new Identifier(IdentifierType.EMAIL, new Personal(MAIL)),
                            new Identifier(IdentifierType.PHONE, new Personal(PHONE))))
            .on("r1");
    private static final String NONE_LEFT = "{\"request_status\":\"completed\",\"counts\":{\"marketing\":0}}";

    private static final int LONGEST = 1 << 20;
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final Http DECLARED = new Http(
            "newsletter",
            TITLE,
            "ADDRESS",
            "SECRET",
            "someone",
            List.of(
                    new Identity(IdentifierType.EMAIL, IdentifierForm.PLAIN, "email"),
                    new Identity(IdentifierType.PHONE, IdentifierForm.SHA256, "msisdn")),
            List.of(
                    new Attribute("address", "marketing", TITLE, "email", false),
                    new Attribute("agent", "marketing", TITLE, null, true),
                    new Attribute("ticket", "support", TITLE, null, false)),
            Calls.OURS,
            List.of());

    @TempDir
    private static Path folder;

    private SampleProcessor processor;

    @BeforeEach
    void start() throws Exception {
        processor = new SampleProcessor(folder);
    }

    @AfterEach
    void stop() {
        processor.close();
    }

    @Test
    void itCounts() {
        processor.answers("{\"request_status\":\"completed\",\"counts\":{\"marketing\":2,\"support\":0}}");

        assertEquals(Map.of("marketing", 2), system().count(ADA));
    }

    @Test
    void identifiersStandInBodiesOnly() {
        processor.answers(NONE_LEFT);

        system().count(ADA);

        var heard = processor.heard().get(0);
        var body = Json.object(heard.body());
        assertEquals("POST", heard.method());
        assertEquals("/privacy/requests", heard.path());
        assertEquals("gdpr", body.get("regulation"));
        assertEquals("count", body.get("subject_request_type"));
        assertEquals(RECEIVED.toString(), body.get("submitted_time"));
        assertEquals(
                List.of(
                        Map.of("identity_type", "email", "identity_value", MAIL, "identity_format", "raw"),
                        Map.of(
                                "identity_type",
                                "msisdn",
                                "identity_value",
                                IdentifierForm.SHA256.write(PHONE),
                                "identity_format",
                                "sha256")),
                body.get("subject_identities"));
        assertFalse(heard.headers().toString().contains(MAIL));
    }

    @Test
    void theReceiverCanTellWhoCallsAndWhen() {
        processor.answers(NONE_LEFT);

        system().count(ADA);

        var heard = processor.heard().get(0);
        assertTrue(new CallSignature("secret")
                .verifies(
                        heard.header(CallSignature.SIGNATURE),
                        heard.header(CallSignature.TIMESTAMP),
                        heard.method(),
                        heard.path(),
                        heard.body().getBytes(StandardCharsets.UTF_8),
                        NOW));
        assertFalse(new CallSignature("secret")
                .verifies(
                        heard.header(CallSignature.SIGNATURE),
                        heard.header(CallSignature.TIMESTAMP),
                        heard.method(),
                        heard.path(),
                        heard.body().getBytes(StandardCharsets.UTF_8),
                        NOW.plus(Duration.ofHours(1))));
    }

    @Test
    void whatIsAskedTwiceForARequestHasOneId() {
        processor.answers(NONE_LEFT);

        erase(system(), ADA, "marketing");
        erase(system(), ADA, "marketing");
        erase(system(), ADA.on("r2"), "marketing");
        erase(system(), ADA, "marketing", "support");
        var ids = processor.heard().stream()
                .map(heard -> Json.string(Json.object(heard.body()), "subject_request_id"))
                .toList();

        assertEquals(ids.get(0), ids.get(1));
        assertNotEquals(ids.get(0), ids.get(2));
        assertNotEquals(ids.get(0), ids.get(3));
        assertTrue(ids.get(0).matches("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"));
    }

    @Test
    void onlyWhatIsSelectedIsErased() {
        processor.answers("{\"request_status\":\"completed\",\"counts\":{\"marketing\":3}}");

        var erased = erase(system(), ADA, "marketing");

        assertEquals(new ConnectedSystem.Erased(Map.of("marketing", 3), false), erased);
        var body = Json.object(processor.heard().get(0).body());
        assertEquals("erasure", body.get("subject_request_type"));
        assertEquals(
                List.of("marketing"), Json.list(Json.child(Json.child(body, "extensions"), "localhost"), "categories"));
        assertEquals(new ConnectedSystem.Erased(Map.of(), false), erase(system(), ADA));
        assertEquals(1, processor.heard().size());
    }

    @Test
    void whatIsHandedOverLeavesOthersOut() {
        processor.answers("{\"request_status\":\"completed\",\"results\":{\"marketing\":[{\"z\":true,"
                + "\"address\":\"ada@example.org\",\"agent\":\"Camille\",\"lists\":[\"news\"],\"gone\":null}]}}");
        var rows = new ArrayList<Row>();

        system().gather(ADA, new ConnectedSystem.Collector() {
            @Override
            public void row(Row row) {
                rows.add(row);
            }

            @Override
            public void file(String category, String name, long bytes, InputStream content) {
                throw new AssertionError("there are no documents");
            }
        });

        assertEquals(
                List.of(new Row(
                        "marketing",
                        Map.of(),
                        Map.of("address", MAIL, "lists", "[\"news\"]", "z", "true"),
                        List.of("agent"))),
                rows);
    }

    @Test
    void newValuesAreWrittenUnderItsOwnNamesAndReadAgain() {
        processor.answers(exchange -> SampleProcessor.answer(
                exchange,
                200,
                "application/json",
                "{\"request_status\":\"completed\",\"counts\":{\"marketing\":2},"
                        + "\"results\":{\"marketing\":[{\"address\":\"new@example.org\"},{\"agent\":\"Camille\"}]}}"));

        var corrected = system().correct(ADA, Map.of("email", "new@example.org", "phone", "1"), 10);

        assertEquals(new ConnectedSystem.Corrected(Map.of("marketing", 2), false), corrected);
        var body = Json.object(processor.heard().get(0).body());
        assertEquals("rectification", body.get("subject_request_type"));
        assertEquals(
                Map.of("address", "new@example.org"),
                Json.child(Json.child(Json.child(body, "extensions"), "localhost"), "fields"));
        assertEquals("access", Json.object(processor.heard().get(1).body()).get("subject_request_type"));
        assertEquals(new ConnectedSystem.Corrected(Map.of(), false), system().correct(ADA, Map.of("phone", "1"), 10));
        assertEquals(2, processor.heard().size());
    }

    @Test
    void whatStillShowsAnOldValueIsNotCorrected() {
        processor.answers("{\"request_status\":\"completed\",\"counts\":{\"marketing\":1},"
                + "\"results\":{\"marketing\":[{\"address\":\"ada@example.org\"}]}}");

        var told = assertThrows(
                SystemUnavailable.class, () -> system().correct(ADA, Map.of("email", "new@example.org"), 10));

        assertEquals("newsletter: it still shows an old value", told.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"pending", "in_progress"})
    void whatIsAcceptedAndNotDoneIsAskedAgain(String status) {
        processor.answers(202, "application/json", "{\"request_status\":\"" + status + "\"}");

        assertThrows(SystemUnfinished.class, () -> erase(system(), ADA, "marketing"));
        assertThrows(SystemUnfinished.class, () -> system().gather(ADA, new Nothing()));
        assertThrows(SystemUnfinished.class, () -> system().correct(ADA, Map.of("email", "new@example.org"), 10));
        assertThrows(SystemUnavailable.class, () -> system().count(ADA));
    }

    /** As OpenDSR 2.0 answers: what was received, and how far it is only to those who ask for it. */
    @Test
    void whatIsOnlyReceivedIsFollowed() {
        processor.answers(exchange -> {
            if (exchange.getRequestMethod().equals("POST")) {
                SampleProcessor.answer(exchange, 201, "application/json; charset=utf-8", "{\"controller_id\":\"us\"}");
            } else {
                SampleProcessor.answer(
                        exchange,
                        200,
                        "application/json",
                        "{\"request_status\":\"completed\",\"counts\":{\"marketing\":1}}");
            }
        });

        assertEquals(Map.of("marketing", 1), erase(system(), ADA, "marketing").gone());
        var id = Json.string(Json.object(processor.heard().get(0).body()), "subject_request_id");
        assertEquals("/privacy/requests/" + id, processor.heard().get(1).path());
        assertEquals("", processor.heard().get(1).body());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            500 | application/json | {"error":"for ada@example.org"}
            503 | text/html        | <p>ada@example.org</p>
            400 | application/json | {"request_status":"completed","counts":{}}
            404 | application/json | {}
            429 | application/json | {}
            204 | application/json | ``
            200 | application/json | not JSON about ada@example.org
            200 | application/json | ["ada@example.org"]
            200 | text/html        | {"request_status":"completed","counts":{}}
            200 | application/json | {"request_status":"cancelled","counts":{}}
            200 | application/json | {"request_status":"completed"}
            200 | application/json | {"request_status":"completed","counts":[]}
            200 | application/json | {"request_status":"completed","counts":{"marketing":"2"}}
            200 | application/json | {"request_status":"completed","counts":{"marketing":-1}}
            200 | application/json | {"request_status":"completed","counts":{"marketing":1.5}}
            200 | application/json | {"request_status":"completed","counts":{"ada@example.org":1}}
            """)
    void everythingElseIsNoAnswerAndNothingOfItIsTold(int status, String type, String body) {
        processor.answers(status, type, body);

        var counting = assertThrows(SystemUnavailable.class, () -> system().count(ADA));
        var erasing = assertThrows(SystemUnavailable.class, () -> erase(system(), ADA, "marketing"));

        for (var told : List.of(counting, erasing)) {
            assertFalse(String.valueOf(told.getMessage()).contains("ada"), told.getMessage());
            assertEquals(null, told.getCause());
        }
    }

    @Test
    void aRedirectIsNotFollowed() {
        processor.answers(exchange -> {
            exchange.getResponseHeaders().set("Location", "https://localhost/elsewhere");
            SampleProcessor.answer(exchange, 307, "application/json", NONE_LEFT);
        });

        assertThrows(SystemUnavailable.class, () -> system().count(ADA));
        assertEquals(1, processor.heard().size());
    }

    @Test
    void aServerUnderAnotherNameIsRefused() {
        processor.answers(NONE_LEFT);
        var elsewhere = processor.address().toString().replace("localhost", "sub-processor.example.com");

        var refused = assertThrows(
                SystemUnavailable.class, () -> system(URI.create(elsewhere)).count(ADA));

        assertTrue(String.valueOf(refused.getMessage()).contains("SSLHandshakeException"), refused.getMessage());
        assertEquals(List.of(), processor.heard());
    }

    /** Whoever answers for the name a second time is not heard: the connection goes where it was found fit to go. */
    @Test
    void aNameIsAskedForOnce() {
        processor.answers(NONE_LEFT);
        var asked = new AtomicInteger();
        var addresses = new Addresses(
                host -> {
                    if (asked.incrementAndGet() > 1) {
                        throw new UnknownHostException();
                    }
                    return List.of(InetAddress.getLoopbackAddress());
                },
                address -> true);

        system(processor.address(), addresses).count(ADA);

        assertEquals(1, asked.get());
        assertEquals(1, processor.heard().size());
    }

    @Test
    void aNameThatLeadsInsideIsNotCalled() {
        processor.answers(NONE_LEFT);

        assertThrows(
                SystemUnavailable.class,
                () -> system(processor.address(), new Addresses()).count(ADA));
        assertEquals(List.of(), processor.heard());
    }

    @Test
    void anAnswerTooLongIsRefused() {
        processor.answers(exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(200, 0);
            var piece = " ".repeat(1 << 16).getBytes(StandardCharsets.US_ASCII);
            for (var written = 0; written <= LONGEST; written += piece.length) {
                exchange.getResponseBody().write(piece);
            }
        });

        var refused = assertThrows(SystemUnavailable.class, () -> system().count(ADA));

        assertTrue(String.valueOf(refused.getMessage()).contains("TooLong"), refused.getMessage());
    }

    @Test
    void whoIsKnownByNothingIsNotAskedFor() {
        var stranger = new Subject(
                Optional.empty(), List.of(), List.of(new Identifier(IdentifierType.ACCOUNT, new Personal("A-1"))));

        assertEquals(Map.of(), system().count(stranger));
        assertEquals(new ConnectedSystem.Erased(Map.of(), false), erase(system(), stranger, "marketing"));
        assertEquals(List.of(), processor.heard());
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-, secret, ADDRESS",
                "https://sub.example.com, -, SECRET",
                "not an address, secret, ADDRESS",
                "ftp://sub.example.com, secret, ADDRESS",
                "https://someone@sub.example.com, secret, ADDRESS",
                "https://sub.example.com?to=other, secret, ADDRESS",
                "none, secret, ADDRESS"
            })
    void whatThisStackWasNotToldOfIsNotConnected(String address, String secret, String missing) {
        var settings = new HashMap<String, String>();
        settings.put("ADDRESS", address);
        settings.put("SECRET", secret);
        var system = new Processors(name -> Optional.ofNullable(settings.get(name)), id -> RECEIVED, CLOCK)
                .connect(DECLARED, "EU-FR");

        assertEquals("newsletter", system.id());
        var open = assertThrows(SystemNotConnected.class, () -> system.count(ADA));
        assertTrue(String.valueOf(open.getMessage()).contains("the setting " + missing), open.getMessage());
        assertThrows(SystemNotConnected.class, () -> system.look(ADA, (category, records, since) -> {}));
        assertThrows(SystemNotConnected.class, () -> system.gather(ADA, new Nothing()));
        assertThrows(SystemNotConnected.class, () -> erase(system, ADA, "marketing"));
    }

    @Test
    void whatTheOrganisationDoesNotUseIsSaidInSoManyWords() {
        assertFalse(new Processors(name -> Optional.of("none"), id -> RECEIVED, CLOCK).isUsed(DECLARED));
        assertTrue(new Processors(name -> Optional.empty(), id -> RECEIVED, CLOCK).isUsed(DECLARED));
    }

    private ConnectedSystem system() {
        return system(processor.address());
    }

    private ConnectedSystem system(URI address) {
        return system(address, new Addresses(host -> List.of(InetAddress.getLoopbackAddress()), loopback -> true));
    }

    private ConnectedSystem system(URI address, Addresses addresses) {
        var limits = new Wire.Limits(Duration.ofSeconds(5), Duration.ofSeconds(20), LONGEST);
        var wire = new Wire(addresses, processor::trusting, limits, CLOCK);
        var settings = Map.of("ADDRESS", address.toString(), "SECRET", "secret");
        return new Processors(name -> Optional.ofNullable(settings.get(name)), id -> RECEIVED, CLOCK, wire)
                .connect(DECLARED, "EU-FR");
    }

    private static ConnectedSystem.Erased erase(ConnectedSystem system, Subject subject, String... categories) {
        return system.erase(subject, (category, since) -> List.of(categories).contains(category), Integer.MAX_VALUE);
    }

    private static final class Nothing implements ConnectedSystem.Collector {
        @Override
        public void row(Row row) {
            throw new AssertionError("nothing is there");
        }

        @Override
        public void file(String category, String name, long bytes, InputStream content) {
            throw new AssertionError("nothing is there");
        }
    }
}
