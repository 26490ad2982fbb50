package dev.kept.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kept.local.aws.ObjectStore;
import dev.kept.person.Identifier;
import dev.kept.person.Personal;
import dev.kept.policy.ConnectedSystemDeclaration;
import dev.kept.policy.IdentifierForm;
import dev.kept.policy.IdentifierType;
import dev.kept.policy.PrefixTemplate;
import dev.kept.policy.Text;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/** Documents in a real bucket with versions: every version goes, and nobody else's. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BucketErasureTest {
    private static final Subject ADA = new Subject(
            Optional.empty(),
            List.of(),
            List.of(new Identifier(IdentifierType.EMAIL, new Personal("ada@example.org"))));
    private static final PrefixTemplate PREFIX =
            new PrefixTemplate("documents/", IdentifierType.EMAIL, IdentifierForm.SHA256, "/");
    private static final ConnectedSystemDeclaration.S3 DECLARED = new ConnectedSystemDeclaration.S3(
            "documents", new Text(Map.of("en", "Documents")), "BUCKET", PREFIX, "billing", List.of());

    private final ObjectStore store = ObjectStore.start();
    private final S3Client client = store.client();

    @AfterAll
    void stop() {
        client.close();
        store.close();
    }

    @Test
    void everyVersionAndEveryMarkOfADeletionGoes() {
        var bucket = bucket("versions");
        write("versions", "one.txt");
        write("versions", "one.txt");
        write("versions", "two.txt");
        client.deleteObject(delete -> delete.bucket("versions").key(PREFIX.of("ada@example.org") + "two.txt"));
        client.putObject(
                put -> put.bucket("versions").key(PREFIX.of("bob@example.org") + "his.txt"),
                RequestBody.fromString("his"));
        assertEquals(2, seen(bucket), "what was only marked as deleted is still held");

        var erased = bucket.erase(ADA, (category, since) -> since.isPresent(), 100);

        assertEquals(Map.of("billing", 2), erased.gone());
        assertEquals(0, seen(bucket));
        assertEquals(1, versions("versions"));
    }

    @Test
    void aCallEndsWhereItWasToldToAndTheNextGoesOn() {
        var bucket = bucket("many");
        for (var number = 0; number < 7; number++) {
            write("many", number + ".txt");
        }

        assertEquals(7, versions("many"));
        assertTrue(bucket.erase(ADA, (category, since) -> true, 5).more());
        assertEquals(2, versions("many"));
        assertEquals(2, seen(bucket));
        assertEquals(false, bucket.erase(ADA, (category, since) -> true, 5).more());
        assertEquals(0, seen(bucket));
        assertEquals(Map.of(), bucket.erase(ADA, (category, since) -> true, 5).gone(), "absent is erased");
    }

    @Test
    void whatWasNotSelectedStays() {
        var bucket = bucket("kept");
        write("kept", "one.txt");

        assertEquals(
                Map.of(),
                bucket.erase(ADA, (category, since) -> category.equals("support"), 5)
                        .gone());
        assertEquals(1, seen(bucket));
    }

    private ForeignBucket bucket(String name) {
        store.createBucket(name, true);
        return new ForeignBucket(DECLARED, client, name);
    }

    private void write(String bucket, String name) {
        client.putObject(
                put -> put.bucket(bucket).key(PREFIX.of("ada@example.org") + name), RequestBody.fromString("invoice"));
    }

    private static int seen(ForeignBucket bucket) {
        var count = new int[1];
        bucket.look(ADA, (category, records, since) -> count[0] += records);
        return count[0];
    }

    private int versions(String bucket) {
        return client.listObjectVersions(list -> list.bucket(bucket)).versions().size();
    }
}
