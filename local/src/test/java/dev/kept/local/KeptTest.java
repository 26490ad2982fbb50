package dev.kept.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kept.http.Json;
import dev.kept.local.function.CallLog;
import dev.kept.local.function.FunctionThrew;
import dev.kept.local.function.Permissions.Grant;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.s3.model.S3Object;

/** The whole local run over the sample template. */
@NullUnmarked
class KeptTest {
    private static final Instant START = Instant.parse("2026-11-22T10:00:00Z");

    private static Kept kept;

    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeAll
    static void start() {
        kept = Kept.start(Options.still(Options.projectFolder(), START).withTemplate(sample()));
    }

    @AfterAll
    static void close() {
        kept.close();
    }

    @Test
    void aCallGoesTheWholeWayFromHttpToAWorkflowThatEnds() throws Exception {
        assertEquals(201, put("/notes/n1", "buy milk").statusCode());
        assertEquals("{\"text\":\"buy milk\",\"tidied\":false}", sorted(get("/notes/n1")));

        var before = kept.agenda().clock().instant();
        var moved = post("/_local/clock", "{\"advance\":\"P2D\"}");

        assertEquals(Map.of("now", before.plus(Duration.ofDays(2)).toString()), Json.object(moved.body()));
        assertEquals("{\"text\":\"buy milk\",\"tidied\":true}", sorted(get("/notes/n1")));
        var executions = Json.list(Json.object(get("/_local/executions").body()), "executions");
        assertTrue(executions.stream()
                .anyMatch(execution -> member(execution, "name").equals("n1")
                        && member(execution, "status").equals("SUCCEEDED")));
        assertTrue(get("/_local/executions", "Accept", "text/html").body().contains("Tidy Note"));
    }

    @Test
    void staffAreLetInByTheAuthorizerAlone() throws Exception {
        assertEquals(401, get("/staff/tasks").statusCode());
        assertEquals(401, get("/staff/tasks", "Authorization", "Bearer nobody").statusCode());
        assertEquals(403, get("/staff/tasks", "Authorization", "Bearer guest").statusCode());

        var admitted = get("/staff/tasks/a%20b?x=1", "Authorization", "Bearer agent");

        assertEquals(200, admitted.statusCode());
        var answer = Json.object(admitted.body());
        assertEquals("agent", Json.child(answer, "claims").get("role"));
        assertEquals("2", Json.child(answer, "claims").get("level"));
        assertEquals("tasks/a b", Json.child(answer, "parameters").get("proxy"));
    }

    @Test
    void theGatewayAnswersByItselfAsTheTemplateSays() throws Exception {
        var json = get("/staff/tasks");
        assertEquals(
                "application/problem+json",
                json.headers().firstValue("Content-Type").orElseThrow());
        assertEquals("/problems/unauthenticated", Json.object(json.body()).get("type"));

        assertTrue(get("/staff/tasks", "Accept", "text/html,*/*").body().startsWith("<p>Sign in first ("));

        var nowhere = get("/nowhere");
        assertEquals(404, nowhere.statusCode());
        assertEquals("/problems/not-found", Json.object(nowhere.body()).get("type"));

        var large = put("/notes/large", "x".repeat(10 * 1024 * 1024 + 1));
        assertEquals(413, large.statusCode());

        assertEquals(502, get("/staff/break", "Authorization", "Bearer agent").statusCode());
    }

    @Test
    void whatTheTemplateDoesNotAllowIsRefused() throws Exception {
        var refused = get("/staff/steal", "Authorization", "Bearer agent");

        assertEquals(503, refused.statusCode());
        assertEquals(1, kept.calls().count("KeepNoteFunction", "dynamodb:Scan"));
        assertTrue(kept.log().all().stream().anyMatch(line -> line.contains("AwsServiceException")));
    }

    @Test
    void callsAreCountedAndWhatIsNeverUsedIsTold() throws Exception {
        var before = kept.calls().count("KeepNoteFunction", "dynamodb:PutItem");
        put("/notes/n2", "buy milk");

        var table = "arn:aws:dynamodb:eu-west-3:000000000000:table/kept-NotesTable";
        assertEquals(
                before + 1,
                kept.calls().counts().get(new CallLog.Entry("KeepNoteFunction", "dynamodb:PutItem", table)));
        var unused = kept.permissions().unused();
        assertTrue(unused.contains(new Grant("KeepNoteFunction", "dynamodb:DeleteItem", table)));
        assertFalse(unused.contains(new Grant("KeepNoteFunction", "dynamodb:PutItem", table)));
    }

    @Test
    void aTextIsFoundWhereverItIsAndNeverShown() throws Exception {
        put("/notes/n3", "write to ana@example.org");
        put("/notes/ana%40example.org", "nothing");
        kept.objects()
                .putObject(
                        put -> put.bucket(bucket()).key("found/1"),
                        RequestBody.fromBytes(Zips.of("person.json", "{\"email\":\"Ana@Example.org\"}")));

        var found = found("ana@example.org");

        assertEquals(
                Set.of(
                        "table Notes noteId=(the text itself)",
                        "table Notes noteId=n3",
                        "object answersbucket/found/1",
                        "execution (the text itself)"),
                Set.copyOf(found));
        assertEquals(List.of(), found("somebody@example.org"));
    }

    @Test
    void schedulesFireOnTheMovedClock() {
        var before = kept.calls().count("TidyNoteFunction", "dynamodb:UpdateItem");

        kept.agenda().advance(Duration.ofDays(1));

        assertTrue(kept.calls().count("TidyNoteFunction", "dynamodb:UpdateItem") > before);
    }

    @Test
    void whatKeepsFailingBecomesADeadLetter() {
        var next = kept.agenda().clock().instant().atOffset(ZoneOffset.UTC).getYear() + 1;
        kept.agenda().advanceTo(Instant.parse(next + "-01-01T00:00:00Z"));
        var before = kept.queues().all().size();

        kept.agenda().advance(Duration.ofMinutes(2));
        assertEquals(before, kept.queues().all().size());
        kept.agenda().advance(Duration.ofMinutes(1));

        var letters = kept.queues().all();
        assertEquals(before + 1, letters.size());
        assertEquals("{\"noteId\":\"never\"}", letters.get(before).body());
    }

    @Test
    void theSampleCompanyKnowsWhoRegisteredAndWhoOrdered() throws Exception {
        post("/forms/register", "{\"fields\":{\"email\":\" Bea@Example.org\",\"name\":\"Bea\"}}");
        assertEquals("{\"tickets\":1}", tickets("bea@example.org").body());

        post("/forms/order", "{\"fields\":{\"email\":\"bea@example.org\"}}");
        assertEquals("{\"tickets\":2}", tickets("bea@example.org").body());
        assertTrue(found("bea@example.org").stream()
                .anyMatch(where -> where.startsWith("object documents-of-the-company/documents/")));
    }

    @Test
    void aSystemOfTheCompanyCanBeDownForADay() throws Exception {
        kept.company().off("helpdesk-tickets", kept.agenda().clock().instant().plus(Duration.ofDays(1)));

        assertEquals(503, tickets("bea@example.org").statusCode());
        kept.agenda().advance(Duration.ofDays(1));

        assertEquals(200, tickets("bea@example.org").statusCode());
    }

    private HttpResponse<String> tickets(String email) throws IOException, InterruptedException {
        return get("/staff/tickets?of=" + email, "Authorization", "Bearer agent");
    }

    @Test
    void whatAFunctionThrowsIsNamedByItsClass() {
        var thrown = assertThrows(
                FunctionThrew.class, () -> kept.functions().invoke("TidyNoteFunction", Map.of("noteId", "never")));

        assertEquals("java.lang.IllegalStateException", thrown.errorType());
        assertEquals("cannot be tidied", thrown.errorMessage());
    }

    @Test
    void aFunctionWhoseProcessDiedAnswersAgain() throws Exception {
        put("/notes/n4", "buy milk");
        kept.functions().forget("KeepNoteFunction");

        assertEquals(200, get("/notes/n4").statusCode());
    }

    @Test
    void itemsExpireByTheMovedClock() {
        for (int day = 1; day <= 3; day += 2) {
            var expires = kept.agenda().clock().instant().plus(Duration.ofDays(day));
            var item = Map.of(
                    "noteId", AttributeValue.fromS("expiring " + day),
                    "expires", AttributeValue.fromN("" + expires.getEpochSecond()));
            kept.tables().putItem(put -> put.tableName("kept-NotesTable").item(item));
        }

        kept.agenda().advance(Duration.ofDays(2));

        var left = kept.tables().scan(scan -> scan.tableName("kept-NotesTable")).items().stream()
                .map(item -> item.get("noteId").s())
                .filter(id -> id.startsWith("expiring"))
                .toList();
        assertEquals(List.of("expiring 3"), left);
    }

    @Test
    void objectsExpireByTheMovedClock() {
        kept.objects().putObject(put -> put.bucket(bucket()).key("answers/1"), RequestBody.fromString("x"));
        kept.objects().putObject(put -> put.bucket(bucket()).key("other/1"), RequestBody.fromString("x"));

        kept.agenda().advance(Duration.ofDays(29));
        assertEquals(List.of("answers/1"), keys("answers/"));
        kept.agenda().advance(Duration.ofDays(3));

        assertEquals(List.of(), keys("answers/"));
        assertEquals(List.of("other/1"), keys("other/"));
    }

    private static String bucket() {
        return kept.template().buckets().get("AnswersBucket").name();
    }

    private static List<String> keys(String prefix) {
        return kept.objects().listObjectsV2(list -> list.bucket(bucket()).prefix(prefix)).contents().stream()
                .map(S3Object::key)
                .toList();
    }

    @Test
    void theLocalPagesAndCallsRefuseWhatTheyCannotRead() throws Exception {
        assertTrue(get("/_local/", "Accept", "text/html").body().contains("12 days later"));
        assertEquals(
                Map.of("messages", List.of()),
                Json.object(get("/_local/mailbox").body()));
        assertTrue(get("/_local/mailbox", "Accept", "text/html").body().contains("No mail"));
        assertEquals(422, post("/_local/clock", "{\"advance\":\"soon\"}").statusCode());
        assertEquals(
                422, post("/_local/clock", "{\"to\":\"2020-01-01T00:00:00Z\"}").statusCode());
        assertEquals(400, post("/_local/clock", "later").statusCode());
        var nothing = get("/_local/nothing");
        assertEquals(404, nothing.statusCode());
        for (var call :
                List.of("POST /_local/clock", "GET /_local/find", "GET /_local/mailbox", "POST /_local/tokens")) {
            assertTrue(nothing.body().contains(call), nothing.body());
        }
        assertEquals(422, get("/_local/find?text=a").statusCode());
        assertEquals(
                422,
                post("/_local/tokens", "{\"person\":\"agnes\",\"role\":\"king\"}")
                        .statusCode());
    }

    @Test
    void aStaffTokenIsSignedByTheLocalIdentityProvider() throws Exception {
        var token = Json.object(post("/_local/tokens", "{\"person\":\"agnes\",\"role\":\"agent\"}")
                        .body())
                .get("token");
        var discovery = get("/_local/identity/.well-known/openid-configuration");

        assertEquals(3, String.valueOf(token).split("\\.", -1).length);
        assertEquals(
                kept.address() + "/_local/identity",
                Json.object(discovery.body()).get("issuer"));
    }

    @Test
    void aPortThatIsTakenIsSaidInOneSentence() {
        var again = Options.still(Options.projectFolder(), START)
                .withTemplate(sample())
                .withPort(kept.address().getPort());

        var refused = assertThrows(CannotStart.class, () -> Kept.start(again));

        assertTrue(String.valueOf(refused.getMessage()).contains("-Dkept.port="));
    }

    @Test
    void anUnknownPolicyIsSaidWithThoseThatThereAre() {
        var unknown = Options.still(Options.projectFolder(), START)
                .withTemplate(sample())
                .withPolicy("nobodys");

        var refused = assertThrows(CannotStart.class, () -> Kept.start(unknown));

        assertTrue(String.valueOf(refused.getMessage()).contains("faveo-helpdesk"));
    }

    private List<String> found(String text) throws Exception {
        var query = URLEncoder.encode(text, StandardCharsets.UTF_8);
        return Json.list(Json.object(get("/_local/find?text=" + query).body()), "found").stream()
                .map(found -> member(found, "where"))
                .toList();
    }

    private static String member(Object tree, String name) {
        return tree instanceof Map<?, ?> map ? String.valueOf(map.get(name)) : "";
    }

    private static String sorted(HttpResponse<String> response) {
        return Json.text(new TreeMap<>(Json.object(response.body())));
    }

    private HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder().GET(), path, headers);
    }

    private HttpResponse<String> put(String path, String body) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder().PUT(BodyPublishers.ofString(body)), path);
    }

    private HttpResponse<String> post(String path, String body) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder().POST(BodyPublishers.ofString(body)), path);
    }

    private HttpResponse<String> send(HttpRequest.Builder request, String path, String... headers)
            throws IOException, InterruptedException {
        if (headers.length > 0) {
            request.headers(headers);
        }
        var address = URI.create(kept.address() + path);
        return http.send(request.uri(address).build(), BodyHandlers.ofString());
    }

    private static Path sample() {
        try {
            return Path.of(KeptTest.class.getResource("/sample-template.yaml").toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
