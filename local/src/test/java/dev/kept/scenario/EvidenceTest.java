package dev.kept.scenario;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kept.http.Json;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.s3.model.S3Object;

/** A person adds files that show that her correction is right; who decides sees them, and then they go. */
class EvidenceTest {
    private static final int LARGEST = 3 * 1024 * 1024;

    private final Town town = Town.running();
    private final Office agnes = new Office(town, "agnes", "agent");
    private final Person marie = new Person(town).registers();

    @Test
    void staffSeeWhatWasAddedByteForByteAndWithTheAnswerItGoes() {
        proposes();
        var scan = pdf("her birth certificate");
        var photo = image("jpg");

        var first = adds(marie, scan);
        assertEquals(201, first.status(), first.toString());
        assertEquals("{\"evidence\":1,\"left\":4}", ordered(first.json()));
        marie.confirms();
        var second = uploads(marie, "acte de naissance.pdf", photo);

        assertEquals(303, second.status(), second.toString());
        var follow = "/requests/" + marie.requestId() + "?token=" + marie.followToken();
        assertEquals(follow, second.header("Location").orElse(""));
        var page = town.client().get(follow, "Accept", "text/html", "Accept-Language", "fr");
        assertTrue(page.body().contains("enctype=\"multipart/form-data\""), page.body());
        assertTrue(page.body().contains("ajouter 3 fichiers"), page.body());
        assertEquals(List.of("application/pdf", "image/jpeg"), types(marie.follows()));
        assertTrue(marie.steps().contains("evidence-added"), marie.steps().toString());

        assertEquals(List.of("application/pdf", "image/jpeg"), types(agnes.task(marie.requestId())));
        assertArrayEquals(scan, opened(1));
        assertArrayEquals(photo, opened(2));
        assertEquals("evidence-1.pdf", shown(agnes, 1).text("name"));

        assertEquals("carrying-out", agnes.approves(marie.requestId()));
        assertEquals("answered", marie.state());
        assertEquals(List.of(), objects(marie));
        assertEquals(List.of(), types(marie.follows()));
        assertEquals(404, shown(agnes, 1).status());
        assertEquals(
                Map.of("evidence-added", 2L, "evidence-viewed", 3L, "evidence-erased", 1L),
                entries().entrySet().stream()
                        .filter(entry -> entry.getKey().startsWith("evidence"))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
        var late = adds(marie, pdf("too late"));
        assertEquals("409 /problems/already-decided", told(late));
        assertFalse(town.client().get(follow, "Accept", "text/html").body().contains("multipart"));
    }

    @Test
    void aBrowserShowsAnImageAndSavesADocument() {
        proposes().confirms();
        adds(marie, pdf("a lease"));
        uploads(marie, "photo.png", image("png"));

        var path = "/staff/requests/" + marie.requestId();
        assertTrue(page(path).body().contains(path + "/evidence/2"));
        var document = page(path + "/evidence/1");
        var saved = "href=\"data:application/pdf;base64," + base64(pdf("a lease")) + "\" download=\"evidence-1.pdf\"";
        assertTrue(document.body().contains(saved), document.body());
        var picture = page(path + "/evidence/2");
        assertTrue(picture.body().contains("src=\"data:image/png;base64," + base64(image("png")) + "\""));
        for (var answered : List.of(document, picture)) {
            assertEquals(200, answered.status());
            assertEquals("no-store", answered.header("Cache-Control").orElse(""));
            assertEquals("nosniff", answered.header("X-Content-Type-Options").orElse(""));
            var policy = answered.header("Content-Security-Policy").orElse("");
            assertTrue(policy.contains("default-src 'none'") && policy.contains("img-src 'self' data:;"), policy);
        }
        assertFalse(page(path).header("Content-Security-Policy").orElse("").contains("data:"), "on no other page");
    }

    @Test
    void onlyWhoDecidesOpensIt() {
        proposes();
        adds(marie, image("png"));

        for (var role : List.of("agent", "approver", "dpo")) {
            assertEquals(200, shown(new Office(town, "somebody", role), 1).status(), role);
        }
        var auditor = new Office(town, "aude", "auditor");
        assertEquals("403 /problems/forbidden", told(shown(auditor, 1)));
        var file = auditor.get("/staff/requests/" + marie.requestId());
        assertEquals(List.of("image/png"), types(file.json()), "auditors see that it is there");
        assertEquals(401, town.client().get(address(1)).status());
        for (var number : List.of("0", "2", "01", "x", "99999999999")) {
            var path = "/staff/requests/" + marie.requestId() + "/evidence/" + number;
            assertEquals(404, agnes.get(path).status(), number);
        }
        assertEquals(3L, entries().get("evidence-viewed"), "who was refused has not looked");
    }

    @Test
    void whateverCouldBeDangerousIsRefusedWhateverItIsCalled() throws IOException {
        proposes();
        var archive = zip();
        for (var wrong : List.of(
                latin("<!DOCTYPE html><script>alert(1)</script>"),
                latin("<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>"),
                latin("MZ\u0090\0\u0003\0\0\0 This program cannot be run in DOS mode"),
                latin("#!/bin/sh\necho"),
                archive,
                joined(pdf("and an archive"), archive),
                joined(image("jpg"), archive),
                joined(image("png"), latin("<script>alert(1)</script>")),
                latin("<html>%PDF-1.7\n%%EOF"))) {
            assertEquals("415 /problems/unsupported-media-type", told(adds(marie, wrong)));
            var page = uploads(marie, "certificat.pdf", wrong);
            assertEquals(415, page.status());
            assertTrue(page.body().contains("Un PDF, un PNG ou un JPEG"), page.body());
            assertFalse(page.body().contains("alert(1)"), "nothing that was sent is repeated");
        }
        assertEquals(List.of(), objects(marie));
        assertEquals(List.of(), types(marie.follows()));
    }

    @Test
    void theLargestFileIsTakenAndShownAndNoLargerOne() {
        proposes();
        var largest = padded(LARGEST);
        assertEquals(201, adds(marie, largest).status());
        assertArrayEquals(largest, opened(1));
        assertEquals(200, page(address(1)).status());

        var larger = padded(LARGEST + 1);
        assertEquals("413 /problems/too-large", told(adds(marie, larger)));
        var page = uploads(marie, "scan.jpg", larger);
        assertEquals(413, page.status());
        assertTrue(page.body().contains("trop volumineux"), page.body());
        for (var size : List.of(LARGEST + 20_000, 4 * 1024 * 1024)) {
            assertEquals("413 /problems/too-large", told(adds(marie, padded(size))));
            assertEquals(413, uploads(marie, "scan.jpg", padded(size)).status());
        }
        assertEquals(1, objects(marie).size());
    }

    @OnlyLocally(OnlyLocally.BROKEN_FORM)
    @Test
    void aCallThatIsNoneIsRefusedInTheWordsOfItsProblem() {
        proposes();
        var path = "/requests/" + marie.requestId() + "/evidence";
        var token = marie.followToken();
        var content = base64(image("png"));

        assertEquals(List.of("content"), faults(path, Map.of("token", token)));
        assertEquals(List.of("content"), faults(path, Map.of("token", token, "content", "")));
        assertEquals(List.of("content"), faults(path, Map.of("token", token, "content", "not base64!")));
        assertEquals(List.of("token"), faults(path, Map.of("content", content)));
        assertEquals(List.of("path"), faults(path, Map.of("token", token, "content", content, "path", "/etc/passwd")));
        assertEquals(
                422,
                town.client()
                        .upload(path, Map.of("token", token), "", new byte[0], "Accept", "text/html")
                        .status(),
                "no file chosen");
        assertEquals(
                422, town.client().upload(path, Map.of(), "a.png", image("png")).status());
        for (var body : List.of("", "--b", "--b\r\n\r\n--b--", "--c\r\nx\r\n--c--")) {
            var answered = town.client().post(path, "multipart/form-data; boundary=b", body);
            assertEquals("400 /problems/malformed-body", told(answered), body);
        }
        assertEquals(
                "400 /problems/malformed-body", told(town.client().post(path, "multipart/form-data", "--\r\n----")));
        for (var type : List.of("application/x-www-form-urlencoded", "text/plain", "application/pdf")) {
            var answered = town.client().post(path, type, "token=" + token + "&file=x");
            assertEquals("415 /problems/unsupported-media-type", told(answered), type);
            assertTrue(answered.text("detail").startsWith("Send multipart/form-data"), answered.body());
        }
        assertEquals(List.of(), objects(marie));
    }

    @Test
    void nobodyAddsToTheRequestOfAnother() {
        proposes();
        var irene = new Person(town).registers().proposes(Map.of("name", "Irène Joliot"));
        var png = image("png");
        var path = "/requests/" + marie.requestId() + "/evidence";
        for (var token : List.of(irene.followToken(), "x".repeat(28))) {
            var body = Map.<String, Object>of("token", token, "content", base64(png));
            assertEquals("404 /problems/not-found", told(town.client().post(path, body)));
            assertEquals(
                    404,
                    town.client()
                            .upload(path, Map.of("token", token), "a.png", png)
                            .status());
        }
        var nowhere = Map.<String, Object>of("token", marie.followToken(), "content", base64(png));
        assertEquals(
                404,
                town.client()
                        .post("/requests/" + "x".repeat(28) + "/evidence", nowhere)
                        .status());
        assertEquals(List.of(), objects(marie));

        marie.asksForAccess();
        assertEquals("404 /problems/not-found", told(adds(marie, png)), "no correction");
    }

    @Test
    void aRequestTakesFiveFilesAndTheSameOnceOnly() {
        proposes();
        for (var number = 1; number <= 5; number++) {
            var added = adds(marie, pdf("page " + number));
            assertEquals("{\"evidence\":" + number + ",\"left\":" + (5 - number) + "}", ordered(added.json()));
        }
        assertEquals(
                "{\"evidence\":2,\"left\":0}",
                ordered(adds(marie, pdf("page 2")).json()),
                "again");

        assertEquals("409 /problems/too-many-files", told(adds(marie, pdf("page 6"))));
        var page = uploads(marie, "page 6.pdf", pdf("page 6"));
        assertEquals(409, page.status());
        assertTrue(page.body().contains("autant de fichiers"), page.body());
        assertEquals(5, objects(marie).size());
    }

    @Test
    void ofManyAtOnceFiveAreTaken() {
        proposes();

        var answered = IntStream.range(0, 9)
                .parallel()
                .mapToObj(number -> adds(marie, pdf("at once " + number)))
                .toList();

        assertEquals(5, answered.stream().filter(one -> one.status() == 201).count(), answered.toString());
        assertEquals(4, answered.stream().filter(one -> one.status() == 409).count(), answered.toString());
        assertEquals(5, objects(marie).size());
        assertEquals(
                List.of(1, 2, 3, 4, 5),
                evidence(marie.follows()).stream()
                        .map(one -> ((Number) one.getOrDefault("number", 0)).intValue())
                        .toList());
    }

    @Test
    void whateverWayItIsClosedItGoes() {
        proposes().confirms();
        adds(marie, pdf("a proof"));
        agnes.decides(agnes.task(marie.requestId()), "refuse", "ACCURATE", "Le nom est exact.");
        assertEquals("refused", marie.state());
        assertEquals(List.of(), objects(marie));
        assertEquals("409 /problems/already-decided", told(adds(marie, pdf("another"))));

        proposes();
        adds(marie, pdf("a proof"));
        assertEquals("withdrawn", marie.withdraws().state());
        assertEquals(List.of(), objects(marie));
        assertEquals(List.of(), types(marie.follows()));
        assertEquals("409 /problems/too-late", told(adds(marie, pdf("another"))));
    }

    @Test
    void whatWasStoredAndCouldNotBeListedGoesToo() {
        proposes();
        assertEquals("received", marie.state());
        town.mishaps().refuse("TransactWriteItems", 1, marie.requestId());
        assertEquals(503, adds(marie, pdf("a proof")).status());
        assertEquals(List.of(), types(marie.follows()));
        assertEquals(1, objects(marie).size(), "sealed, and named nowhere");

        assertEquals(
                "{\"evidence\":1,\"left\":4}",
                ordered(adds(marie, pdf("a proof")).json()));
        assertEquals("withdrawn", marie.withdraws().state());
        assertEquals(List.of(), objects(marie));
    }

    @OnlyLocally(OnlyLocally.TIME)
    @Test
    void whatWasNeverConfirmedGoesWhenItLapses() {
        proposes();
        adds(marie, pdf("a proof"));

        town.advance("P8D");

        assertEquals("lapsed", marie.state());
        assertEquals(List.of(), objects(marie));
    }

    @OnlyLocally(OnlyLocally.VARIATION)
    @Test
    void whenARequestHasFailedItStaysForWhoAnswersByHandAndGoesWithThePerson() {
        proposes().confirms();
        adds(marie, pdf("a proof"));
        var failed = marie.requestId();
        town.mishaps().fail(failed, "Deliver Correction", 1, "java.lang.IllegalStateException");
        agnes.approves(failed);
        assertEquals("failed", marie.state());
        assertArrayEquals(pdf("a proof"), opened(1));
        assertEquals(1, objects(marie).size());

        marie.asksForDeletion().confirms();
        Office.bothApprove(town, marie.requestId());

        assertEquals("answered", marie.state());
        assertEquals(List.of(), objects(failed));
        var file = agnes.get("/staff/requests/" + failed);
        assertEquals(List.of(), types(file.json()));
    }

    @OnlyLocally(OnlyLocally.INSIDE)
    @Test
    void neitherContentNorNameStandsAnywhere() {
        var mark = "herbier-perce-neige";
        proposes().confirms();
        adds(marie, pdf(mark));
        var uploaded = uploads(marie, mark + ".pdf", joined(latin("%PDF-1.4\n" + mark), pdf("another")));
        assertEquals(303, uploaded.status());
        var body = new LinkedHashMap<String, Object>();
        body.put("token", marie.followToken());
        body.put("name", mark + ".png");
        body.put("content", base64(image("png")));
        assertEquals(
                201,
                town.client()
                        .post("/requests/" + marie.requestId() + "/evidence", body)
                        .status());
        for (var number = 1; number <= 3; number++) {
            assertEquals(200, shown(agnes, number).status());
            assertEquals(200, page(address(number)).status());
        }

        assertEquals(List.of(), town.places(mark), "while it is decided");
        agnes.approves(marie.requestId());
        assertEquals(List.of(), town.places(mark), "and afterwards");
    }

    private Person proposes() {
        return marie.proposes(Map.of("name", "Marie Skłodowska-Curie"));
    }

    private Answered adds(Person person, byte[] file) {
        return town.client()
                .post(
                        "/requests/" + person.requestId() + "/evidence",
                        Map.of("token", person.followToken(), "content", base64(file)));
    }

    private Answered uploads(Person person, String name, byte[] file) {
        return town.client()
                .upload(
                        "/requests/" + person.requestId() + "/evidence",
                        Map.of("token", person.followToken()),
                        name,
                        file,
                        "Accept",
                        "text/html,application/xhtml+xml,*/*;q=0.8",
                        "Accept-Language",
                        "fr");
    }

    private String address(int number) {
        return "/staff/requests/" + marie.requestId() + "/evidence/" + number;
    }

    private Answered shown(Office reader, int number) {
        return reader.get(address(number));
    }

    private byte[] opened(int number) {
        var shown = shown(agnes, number);
        assertEquals(200, shown.status(), shown.toString());
        return Base64.getDecoder().decode(shown.text("content"));
    }

    private Answered page(String path) {
        var headers = new String[4];
        System.arraycopy(town.staff("agnes", "agent"), 0, headers, 0, 2);
        headers[2] = "Accept";
        headers[3] = "text/html,application/xhtml+xml,*/*;q=0.8";
        return town.client().get(path, headers);
    }

    private List<Object> faults(String path, Map<String, Object> body) {
        var answered = town.client().post(path, body);
        assertEquals("422 /problems/invalid-input", told(answered));
        return Json.list(answered.json(), "fields");
    }

    private static String told(Answered answered) {
        return answered.status() + " " + answered.text("type");
    }

    private static String ordered(Map<String, Object> tree) {
        return Json.text(new TreeMap<>(tree));
    }

    private static List<Map<String, Object>> evidence(Map<String, Object> tree) {
        return Json.list(tree, "evidence").stream()
                .map(one -> Json.child(Map.of("", one), ""))
                .toList();
    }

    private static List<String> types(Map<String, Object> tree) {
        return evidence(tree).stream().map(one -> Json.string(one, "type")).toList();
    }

    private Map<String, Long> entries() {
        return agnes.entriesAbout(marie.requestId()).stream()
                .collect(Collectors.groupingBy(entry -> String.valueOf(entry.get("what")), Collectors.counting()));
    }

    private List<String> objects(Person person) {
        return objects(person.requestId());
    }

    private List<String> objects(String requestId) {
        town.advance("PT0S");
        return town
                .objects()
                .listObjectsV2(list -> list.bucket(town.answersBucket()).prefix("evidence/" + requestId + "/"))
                .contents()
                .stream()
                .map(S3Object::key)
                .toList();
    }

    private static byte[] pdf(String text) {
        return latin("%PDF-1.7\n1 0 obj\n(" + text + ")\nendobj\ntrailer\n<<>>\n%%EOF\n");
    }

    private static byte[] image(String format) {
        var out = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), format, out);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return out.toByteArray();
    }

    /** A photo of that many bytes, as cameras write more behind a picture. */
    private static byte[] padded(int size) {
        var image = image("jpg");
        var padded = new byte[size];
        new Random(size).nextBytes(padded);
        System.arraycopy(image, 0, padded, 0, image.length);
        return padded;
    }

    private static byte[] zip() throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            zip.write(latin("<script>alert(1)</script>"));
        }
        return out.toByteArray();
    }

    private static byte[] joined(byte[] first, byte[] second) {
        var joined = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, joined, first.length, second.length);
        return joined;
    }

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
