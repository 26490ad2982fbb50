package dev.kept.local.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ObjectStoreTest {
    private final ObjectStore store = ObjectStore.start();
    private final S3Client client = store.client();

    @AfterAll
    void stop() {
        client.close();
        store.close();
    }

    @Test
    void anObjectComesBackWithWhatItWasStoredWith() {
        store.createBucket("answers", false);
        client.putObject(
                put -> put.bucket("answers")
                        .key("a")
                        .contentType("application/zip")
                        .contentDisposition("attachment")
                        .serverSideEncryption(ServerSideEncryption.AWS_KMS)
                        .ssekmsKeyId("data"),
                RequestBody.fromString("é"));

        var read = client.getObjectAsBytes(get -> get.bucket("answers").key("a"));

        assertEquals("é", read.asUtf8String());
        assertEquals("attachment", read.response().contentDisposition());
        assertEquals(ServerSideEncryption.AWS_KMS, read.response().serverSideEncryption());
    }

    @Test
    void anAbsentObjectIsATypedError() {
        store.createBucket("empty", false);

        assertThrows(
                NoSuchKeyException.class,
                () -> client.getObject(get -> get.bucket("empty").key("nothing")));
    }

    @Test
    void aVersionedBucketKeepsWhatWasThereBefore() {
        store.createBucket("evidence", true);
        String first = client.putObject(put -> put.bucket("evidence").key("r"), RequestBody.fromString("1"))
                .versionId();
        client.putObject(put -> put.bucket("evidence").key("r"), RequestBody.fromString("2"));
        client.deleteObject(delete -> delete.bucket("evidence").key("r"));

        // what each version holds, and not their number: a client that repeats an upload leaves one more
        var kept = client.listObjectVersions(list -> list.bucket("evidence")).versions().stream()
                .map(version -> content("evidence", "r", version.versionId()))
                .collect(Collectors.toSet());

        assertEquals("1", content("evidence", "r", first));
        assertEquals(Set.of("1", "2"), kept);
    }

    @Test
    void aSecondWriterIsRefusedWhereOnlyTheFirstMayWrite() {
        store.createBucket("once", false);
        // without the condition, which a client that repeats its first call would not meet
        client.putObject(put -> put.bucket("once").key("k"), RequestBody.fromString("1"));

        S3Exception refused = assertThrows(
                S3Exception.class,
                () -> client.putObject(
                        put -> put.bucket("once").key("k").ifNoneMatch("*"), RequestBody.fromString("2")));

        assertEquals(412, refused.statusCode());
    }

    @Test
    void anotherSecretIsRefused() {
        try (S3Client stranger = S3Client.builder()
                .endpointOverride(store.endpoint())
                .region(LocalCredentials.REGION)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "wrong")))
                .forcePathStyle(true)
                .build()) {
            S3Exception refused = assertThrows(S3Exception.class, stranger::listBuckets);

            assertEquals(403, refused.statusCode());
        }
    }

    @Test
    void aSignedAddressOpensWhatItNamesAndNothingElse() throws IOException, InterruptedException {
        store.createBucket("signed", false);
        client.putObject(put -> put.bucket("signed").key("mine"), RequestBody.fromString("mine"));
        client.putObject(put -> put.bucket("signed").key("other"), RequestBody.fromString("other"));
        URI address = signed("signed", "mine");

        assertEquals("mine", get(address).body());
        assertEquals(
                403,
                get(URI.create(address.toString().replace("/mine", "/other"))).statusCode());
    }

    @RepeatedTest(5)
    void manyWritersLoseNothing(RepetitionInfo time) {
        var many = "many" + time.getCurrentRepetition();
        store.createBucket(many, false);
        IntStream.range(0, 400)
                .parallel()
                .forEach(number ->
                        client.putObject(put -> put.bucket(many).key("k" + number), RequestBody.fromString("x")));

        long kept = client.listObjectsV2Paginator(list -> list.bucket(many).maxKeys(30)).contents().stream()
                .count();
        assertEquals(400, kept);
    }

    @Test
    void itListensOnLoopback() {
        assertEquals("127.0.0.1", store.endpoint().getHost());
        assertTrue(store.endpoint().getPort() > 0);
    }

    private URI signed(String bucket, String key) {
        try (S3Presigner presigner = S3Presigner.builder()
                .endpointOverride(store.endpoint())
                .region(LocalCredentials.REGION)
                .credentialsProvider(LocalCredentials.provider())
                .serviceConfiguration(
                        S3Configuration.builder().pathStyleAccessEnabled(true).build())
                .build()) {
            return URI.create(presigner
                    .presignGetObject(sign -> sign.signatureDuration(Duration.ofMinutes(5))
                            .getObjectRequest(get -> get.bucket(bucket).key(key)))
                    .url()
                    .toString());
        }
    }

    private static HttpResponse<String> get(URI address) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
    }

    private String content(String bucket, String key, String version) {
        return client.getObjectAsBytes(get -> get.bucket(bucket).key(key).versionId(version))
                .asUtf8String();
    }
}
