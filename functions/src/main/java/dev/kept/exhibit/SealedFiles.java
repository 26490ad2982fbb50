package dev.kept.exhibit;

import dev.kept.person.Ids;
import dev.kept.request.Contents;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** The content of evidence: an object for each file in the bucket of answers, sealed under the key of its request. */
public final class SealedFiles {
    private static final String PREFIX = "evidence/";

    private final S3Client s3;
    private final String bucket;
    private final Supplier<Contents> contents;
    private final Ids ids;

    /**
     * The files of a bucket.
     *
     * @param contents asked only when one is sealed or opened
     */
    public SealedFiles(S3Client s3, String bucket, Supplier<Contents> contents, Ids ids) {
        this.s3 = s3;
        this.bucket = bucket;
        this.contents = contents;
        this.ids = ids;
    }

    /** Keeps a file; gives back the name of its object. */
    String keep(String requestId, byte[] content) {
        var name = ids.next();
        var place = place(requestId, name);
        var sealed = contents.get().key(requestId).seal(content, place);
        s3.putObject(put -> put.bucket(bucket).key(place), RequestBody.fromBytes(sealed));
        return name;
    }

    /** The file as it was sent; empty where it is gone. */
    Optional<byte[]> open(String requestId, String name) {
        var place = place(requestId, name);
        try {
            var sealed = s3.getObjectAsBytes(get -> get.bucket(bucket).key(place));
            return Optional.of(contents.get().key(requestId).open(sealed.asByteArrayUnsafe(), place));
        } catch (NoSuchKeyException gone) {
            return Optional.empty();
        }
    }

    void remove(String requestId, String name) {
        s3.deleteObject(delete -> delete.bucket(bucket).key(place(requestId, name)));
    }

    /** Removes every file of a request, and what nothing lists any more: from the start again until none is left. */
    void removeAll(String requestId) {
        while (true) {
            var page = s3.listObjectsV2(list -> list.bucket(bucket).prefix(PREFIX + requestId + "/"));
            if (page.contents().isEmpty()) {
                return;
            }
            page.contents()
                    .forEach(object ->
                            s3.deleteObject(delete -> delete.bucket(bucket).key(object.key())));
        }
    }

    private static String place(String requestId, String name) {
        return PREFIX + requestId + "/" + name;
    }
}
