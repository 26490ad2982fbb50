package dev.kept.scenario;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

/** A person about whom there is much. */
class MuchTest {
    private static final int MEGABYTE = 1024 * 1024;

    private final Town town = Town.running();
    private final Office agnes = new Office(town, "agnes", "agent");

    @Test
    void documentsOfManySegmentsArriveAsTheyWere() throws IOException {
        var marie = new Person(town).registers();
        var long1 = noise(1, 20 * MEGABYTE + 3);
        var long2 = noise(2, 9 * MEGABYTE);
        town.company().files(marie.address(), "contract.pdf", long1);
        town.company().files(marie.address(), "scan.pdf", long2);
        town.company().files(marie.address(), "empty.txt", new byte[0]);
        marie.asks().confirms();

        agnes.approves(marie.requestId());

        assertEquals("answered", marie.state());
        var documents = documents(marie.downloads());
        assertArrayEquals(long1, documents.get("contract.pdf"));
        assertArrayEquals(long2, documents.get("scan.pdf"));
        assertArrayEquals(new byte[0], documents.get("empty.txt"));
    }

    @Test
    void anUploadThatBreaksOffLeavesNothingAndIsBegunAgain() {
        var marie = new Person(town).registers();
        town.company().files(marie.address(), "scan.pdf", noise(3, 9 * MEGABYTE));
        marie.asks().confirms();
        town.mishaps().refuse("UploadPart", 1, marie.requestId());

        agnes.approves(marie.requestId());
        town.advance("PT1M");

        assertEquals("answered", marie.state());
        assertEquals(
                List.of(),
                town.objects().listMultipartUploads(list -> list.bucket(town.answersBucket())).uploads().stream()
                        .filter(upload -> upload.key().contains(marie.requestId()))
                        .toList());
    }

    @Test
    void aSystemThatHoldsTooMuchIsNamedInTheAnswer() throws IOException {
        var marie = new Person(town).registers();
        for (var ticket = 0; ticket < 23; ticket++) {
            town.company().opensTicket(marie.address(), "x".repeat(380_000));
        }
        marie.asks().confirms();

        agnes.approves(marie.requestId());

        assertEquals("answered", marie.state());
        var files = WholeWayTest.unzip(marie.downloads());
        assertTrue(files.get("informations.json").contains("\"open\":[\"Tickets d’assistance\"]"), files.toString());
        assertTrue(files.get("manifest.json").contains("unavailable"));
        var silent = new Office(town, "aude", "auditor")
                .entriesAbout(marie.requestId()).stream()
                        .filter(entry -> "system-silent".equals(entry.get("what")))
                        .toList();
        assertEquals(
                List.of(Map.of("system", "helpdesk-tickets", "reason", "TOO_MUCH")),
                silent.stream().map(entry -> entry.get("details")).toList());
    }

    private static byte[] noise(int seed, int length) {
        var noise = new byte[length];
        new Random(seed).nextBytes(noise);
        return noise;
    }

    private static Map<String, byte[]> documents(byte[] bytes) throws IOException {
        var documents = new HashMap<String, byte[]>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8)) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                documents.put(entry.getName().substring(entry.getName().lastIndexOf('/') + 1), zip.readAllBytes());
            }
        }
        return documents;
    }
}
