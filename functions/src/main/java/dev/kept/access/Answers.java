package dev.kept.access;

import java.time.Duration;
import java.util.function.Supplier;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** The packages in the bucket of answers, and short-lived addresses of them. */
public final class Answers {
    /** How long an address of a package works: long enough to begin the download. */
    static final Duration ADDRESS_WORKS = Duration.ofMinutes(5);

    private final S3Client s3;
    private final Supplier<S3Presigner> presigner;
    private final String bucket;

    public Answers(S3Client s3, Supplier<S3Presigner> presigner, String bucket) {
        this.s3 = s3;
        this.presigner = presigner;
        this.bucket = bucket;
    }

    /** A package to write; close it whatever becomes of it. */
    Upload make(String requestId) {
        return new Upload(s3, bucket, key(requestId), "application/zip");
    }

    /** Removes the package of a request, where there is one. */
    public void remove(String requestId) {
        s3.deleteObject(delete -> delete.bucket(bucket).key(key(requestId)));
    }

    /** Whether the package is still there: it expires. */
    boolean has(String requestId) {
        try {
            s3.headObject(head -> head.bucket(bucket).key(key(requestId)));
            return true;
        } catch (NoSuchKeyException gone) {
            return false;
        }
    }

    /** An address at which anybody can download the package for a few minutes. */
    String address(String requestId) {
        var get = presigner
                .get()
                .presignGetObject(presign -> presign.signatureDuration(ADDRESS_WORKS)
                        .getObjectRequest(object -> object.bucket(bucket)
                                .key(key(requestId))
                                .responseContentType("application/zip")
                                .responseCacheControl("no-store")
                                .responseContentDisposition("attachment; filename=\"" + requestId + ".zip\"")));
        return get.url().toString();
    }

    /** Where the packages of that bucket are downloaded from: scheme, host and port of their addresses. */
    public static String origin(S3Presigner presigner, String bucket) {
        var address = presigner
                .presignGetObject(presign -> presign.signatureDuration(ADDRESS_WORKS)
                        .getObjectRequest(object -> object.bucket(bucket).key("answers")))
                .url();
        return address.getProtocol() + "://" + address.getAuthority();
    }

    private static String key(String requestId) {
        return "answers/" + requestId + ".zip";
    }
}
