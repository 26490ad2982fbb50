package dev.kept.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.AbortMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.AbortMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CreateMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.UploadPartRequest;
import software.amazon.awssdk.services.s3.model.UploadPartResponse;

class UploadTest {
    private final Bucket bucket = new Bucket();

    @Test
    void aPackageLargerThanTheFunctionsMemoryLeavesItPartByPart() throws IOException {
        var piece = new byte[1024 * 1024];
        var pieces = 1100;

        Upload.Written written;
        try (var upload = new Upload(bucket, "answers", "answers/r.zip", "application/zip")) {
            for (var number = 0; number < pieces; number++) {
                var waiting = (long) number * piece.length - bucket.sent;
                assertTrue(waiting <= Segments.SIZE, "what was written and not yet sent: " + waiting);
                upload.write(piece);
            }
            written = upload.complete();
        }

        assertEquals((long) pieces * piece.length, written.bytes());
        assertEquals(written.bytes(), bucket.sent);
        assertEquals("create", bucket.calls.get(0));
        assertEquals("complete of 138", bucket.calls.get(bucket.calls.size() - 1));
    }

    @Test
    void aSmallOneIsPutAtOnce() throws IOException {
        try (var upload = new Upload(bucket, "answers", "answers/r.zip", "application/zip")) {
            upload.write(new byte[Segments.SIZE]);
            var digest = Upload.sha256();
            digest.update(new byte[Segments.SIZE]);
            assertEquals(
                    HexFormat.of().formatHex(digest.digest()), upload.complete().hash());
        }

        assertEquals(List.of("put"), bucket.calls);
    }

    @Test
    void whatIsNotCompleteIsForgotten() {
        assertThrows(UncheckedIOException.class, () -> {
            try (var upload = new Upload(bucket, "answers", "answers/r.zip", "application/zip")) {
                upload.write(new byte[Segments.SIZE]);
                upload.write(1);
                throw new UncheckedIOException(new IOException("the next part cannot be read"));
            } catch (IOException impossible) {
                throw new AssertionError(impossible);
            }
        });

        assertEquals(List.of("create", "part", "abort"), bucket.calls);
    }

    /** Takes everything and keeps nothing. */
    private static final class Bucket implements S3Client {
        private final List<String> calls = new ArrayList<>();
        private long sent;

        @Override
        public PutObjectResponse putObject(PutObjectRequest put, RequestBody body) {
            calls.add("put");
            sent += body.optionalContentLength().orElseThrow();
            return PutObjectResponse.builder().build();
        }

        @Override
        public CreateMultipartUploadResponse createMultipartUpload(CreateMultipartUploadRequest create) {
            calls.add("create");
            return CreateMultipartUploadResponse.builder().uploadId("u1").build();
        }

        @Override
        public UploadPartResponse uploadPart(UploadPartRequest part, RequestBody body) {
            calls.add("part");
            sent += body.optionalContentLength().orElseThrow();
            return UploadPartResponse.builder().eTag("e" + part.partNumber()).build();
        }

        @Override
        public CompleteMultipartUploadResponse completeMultipartUpload(CompleteMultipartUploadRequest complete) {
            calls.add("complete of " + complete.multipartUpload().parts().size());
            return CompleteMultipartUploadResponse.builder().build();
        }

        @Override
        public AbortMultipartUploadResponse abortMultipartUpload(AbortMultipartUploadRequest abort) {
            calls.add("abort");
            return AbortMultipartUploadResponse.builder().build();
        }

        @Override
        public String serviceName() {
            return "s3";
        }

        @Override
        public void close() {}
    }
}
