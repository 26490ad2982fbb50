package dev.kept.ledger;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.model.S3Object;

/** The bucket of signed statements: what is in it is never written again. */
public final class EvidenceBucket {
    private static final int PRECONDITION_FAILED = 412;

    private final S3Client s3;
    private final String bucket;

    public EvidenceBucket(S3Client s3, String bucket) {
        this.s3 = s3;
        this.bucket = bucket;
    }

    /**
     * Adds a signed statement.
     *
     * @return false when there is one under that key already, which stays
     */
    boolean add(String key, String signed) {
        try {
            s3.putObject(
                    call -> call.bucket(bucket)
                            .key(key)
                            .contentType("application/jose")
                            .ifNoneMatch("*"),
                    RequestBody.fromString(signed, StandardCharsets.US_ASCII));
            return true;
        } catch (S3Exception refused) {
            if (refused.statusCode() == PRECONDITION_FAILED) {
                return false;
            }
            throw refused;
        }
    }

    Optional<String> find(String key) {
        try {
            return Optional.of(
                    s3.getObjectAsBytes(call -> call.bucket(bucket).key(key)).asString(StandardCharsets.US_ASCII));
        } catch (NoSuchKeyException absent) {
            return Optional.empty();
        }
    }

    /** The keys under that folder, in the order of the alphabet. */
    List<String> keys(String folder) {
        return s3.listObjectsV2Paginator(call -> call.bucket(bucket).prefix(folder)).contents().stream()
                .map(S3Object::key)
                .toList();
    }

    /** The last key under that folder, in the order of the alphabet. */
    Optional<String> lastKey(String folder) {
        return s3.listObjectsV2Paginator(call -> call.bucket(bucket).prefix(folder)).contents().stream()
                .map(S3Object::key)
                .reduce((earlier, later) -> later);
    }
}
