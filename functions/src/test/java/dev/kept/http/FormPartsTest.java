package dev.kept.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FormPartsTest {
    private static final String TYPE = "multipart/form-data; boundary=";
    private static final int LONGEST = 100_000;

    @Test
    void whatABrowserSendsIsReadByteForByte() {
        var body = String.join(
                "\r\n",
                "------WebKitFormBoundaryAbC",
                "Content-Disposition: form-data; name=\"token\"",
                "",
                "abc",
                "------WebKitFormBoundaryAbC",
                "Content-Disposition: form-data; name=\"file\"; filename=\"réçu \\\"1\\\".pdf\"",
                "Content-Type: application/pdf",
                "",
                "\u0000\u0080\u00ff\r\n\r\n--",
                "------WebKitFormBoundaryAbC--",
                "");

        var parts = read("----WebKitFormBoundaryAbC", body);

        assertEquals(Optional.of("abc"), parts.text("token"));
        assertArrayEquals(
                latin("\u0000\u0080\u00ff\r\n\r\n--"), parts.bytes("file").orElseThrow());
        assertEquals(Optional.empty(), parts.text("other"));
        assertEquals("FormParts[token, file]", parts.toString());
    }

    @Test
    void aBoundaryMayStandInQuotes() {
        var parts = read("\"a b=c\"", part("a b=c", "x", "1") + "--a b=c--");

        assertEquals(Optional.of("1"), parts.text("x"));
    }

    @Test
    void aTextIsReadAsUtf8AndAnEmptyPartAsEmpty() {
        var typed = new String("é€".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);

        var parts = read("b", part("b", "x", typed) + part("b", "y", "") + "--b--\r\n");

        assertEquals(Optional.of("é€"), parts.text("x"));
        assertEquals(Optional.of(""), parts.text("y"));
    }

    @Test
    void whateverNoBrowserSendsIsRefused() {
        var one = part("b", "x", "1");
        for (var body : List.of(
                "",
                "--b--\r\n",
                "preamble\r\n" + one + "--b--\r\n",
                one,
                one + "--b",
                one + "--b\r\n",
                one + "--b--\r\nepilogue",
                one + "--b-- \r\n",
                one + one + "--b--\r\n",
                part("other", "x", "1") + "--other--\r\n",
                "--b\r\n\r\n1\r\n--b--\r\n",
                "--b\r\nContent-Disposition: form-data\r\n\r\n1\r\n--b--\r\n",
                "--b\r\nContent-Disposition: attachment; name=\"x\"\r\n\r\n1\r\n--b--\r\n",
                "--b\r\nContent-Disposition: form-data; name=\"\"\r\n\r\n1\r\n--b--\r\n",
                "--b\r\nContent-Disposition: form-data; name=\"x\ny\"\r\n\r\n1\r\n--b--\r\n",
                "--b\r\nContent-Disposition: form-data; name=\"x\"\r\nContent-Disposition: form-data; name=\"y\"\r\n\r\n1\r\n--b--\r\n",
                "--b\r\nContent-Disposition: form-data; name=\"x\"\r\nContent-Transfer-Encoding: base64\r\n\r\nMQ==\r\n--b--\r\n",
                "--b\r\nContent-Disposition: form-data; name=\"x\"\r\nContent-Type: multipart/mixed; boundary=c\r\n\r\n--c--\r\n--b--\r\n",
                "--b\r\nContent-Disposition: form-data; name=\"x\"\r\n folded\r\n\r\n1\r\n--b--\r\n",
                "--b\r\nContent-Disposition: form-data; name=\"x\"; filename=\"" + "a".repeat(3000)
                        + "\"\r\n\r\n1\r\n--b--\r\n",
                "--b\nContent-Disposition: form-data; name=\"x\"\n\n1\n--b--\n",
                "--b\r\nContent-Disposition: form-data; name=\"x\"\r\n\r\n1\r\n--bb\r\n--b--\r\n")) {
            assertEquals(ProblemKind.MALFORMED_BODY, refused(TYPE + "b", body), body);
        }
    }

    @Test
    void aBodyOfManyPartsIsRefused() {
        var body = new StringBuilder();
        for (var part = 0; part < 9; part++) {
            body.append(part("b", "x" + part, "1"));
        }

        assertEquals(ProblemKind.MALFORMED_BODY, refused(TYPE + "b", body + "--b--\r\n"));
    }

    @Test
    void aBoundaryThatCannotBeOneIsRefused() {
        for (var type : List.of(
                "multipart/form-data",
                TYPE,
                TYPE + "a b",
                TYPE + "\"a",
                TYPE + "\"a \"",
                TYPE + "é",
                TYPE + "b; boundary=c",
                TYPE + "a".repeat(71))) {
            assertEquals(ProblemKind.MALFORMED_BODY, refused(type, part("b", "x", "1") + "--b--\r\n"), type);
        }
    }

    @Test
    void tooLongABodyIsRefusedBeforeItIsRead() {
        assertEquals(ProblemKind.TOO_LARGE, refused(TYPE + "b", "-".repeat(LONGEST + 1)));
    }

    @Test
    void aBodyThatCameAsTextIsReadUnlessBytesWereLost() {
        var event = event(TYPE + "b", "");
        event.put("isBase64Encoded", false);

        event.put("body", part("b", "x", "%PDF é") + "--b--\r\n");
        assertEquals(
                Optional.of("%PDF é"), FormParts.of(Call.of(event), LONGEST).text("x"));

        event.put("body", part("b", "x", "%PDF \ufffd") + "--b--\r\n");
        assertThrows(ProblemFound.class, () -> FormParts.of(Call.of(event), LONGEST));
    }

    @Test
    void whateverIsWrittenIsReadAndWhateverIsCutIsNot() {
        var seed = new Random().nextLong();
        var random = new Random(seed);
        for (var round = 0; round < 300; round++) {
            var boundary = "b" + Long.toHexString(random.nextLong());
            var written = new LinkedHashMap<String, byte[]>();
            var body = new ByteArrayOutputStream();
            for (var part = 0; part <= random.nextInt(4); part++) {
                var content = content(random, boundary);
                written.put("part" + part, content);
                body.writeBytes(latin(
                        "--" + boundary + "\r\nContent-Disposition: form-data; name=\"part" + part + "\"\r\n\r\n"));
                body.writeBytes(content);
                body.writeBytes(latin("\r\n"));
            }
            body.writeBytes(latin("--" + boundary + "--"));
            var whole = new String(body.toByteArray(), StandardCharsets.ISO_8859_1);

            var parts = read(boundary, whole);
            written.forEach((name, content) ->
                    assertArrayEquals(content, parts.bytes(name).orElseThrow(), "seed " + seed));
            var cut = whole.substring(0, random.nextInt(whole.length()));
            assertEquals(ProblemKind.MALFORMED_BODY, refused(TYPE + boundary, cut), "seed " + seed);
        }
    }

    /** Bytes among which line breaks and dashes are frequent, and pieces of the boundary. */
    private static byte[] content(Random random, String boundary) {
        var content = new ByteArrayOutputStream();
        for (var piece = random.nextInt(30); piece > 0; piece--) {
            switch (random.nextInt(5)) {
                case 0 -> content.writeBytes(latin("\r\n"));
                case 1 -> content.writeBytes(latin("--"));
                case 2 -> content.writeBytes(latin(boundary.substring(random.nextInt(2) + 1)));
                case 3 -> content.write(random.nextInt(256));
                default -> {
                    var bytes = new byte[random.nextInt(20)];
                    random.nextBytes(bytes);
                    content.writeBytes(bytes);
                }
            }
        }
        return content.toByteArray();
    }

    private static String part(String boundary, String name, String content) {
        return "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + content + "\r\n";
    }

    private static ProblemKind refused(String type, String body) {
        var call = Call.of(event(type, body));
        return assertThrows(ProblemFound.class, () -> FormParts.of(call, LONGEST))
                .problem()
                .kind();
    }

    private static FormParts read(String boundary, String body) {
        return FormParts.of(Call.of(event(TYPE + boundary, body)), LONGEST);
    }

    private static Map<String, Object> event(String type, String body) {
        var event = new LinkedHashMap<String, Object>();
        event.put("httpMethod", "POST");
        event.put("headers", Map.of("Content-Type", type));
        event.put("body", Base64.getEncoder().encodeToString(latin(body)));
        event.put("isBase64Encoded", true);
        return event;
    }

    private static byte[] latin(String text) {
        var bytes = new byte[text.length()];
        for (var index = 0; index < bytes.length; index++) {
            bytes[index] = (byte) text.charAt(index);
        }
        return bytes;
    }
}
