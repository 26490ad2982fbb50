package dev.kept.access;

import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;

/**
 * An object of a bucket while it is written, in parts of the size of one segment: what it takes in memory does not depend
 * on how large it becomes. The object is there once it is complete, and not before.
 */
final class Upload extends OutputStream {
    private final S3Client s3;
    private final String bucket;
    private final String key;
    private final String contentType;
    private final byte[] buffer = new byte[Segments.SIZE];
    private final MessageDigest digest = sha256();
    private final List<CompletedPart> parts = new ArrayList<>();
    private String uploadId = "";
    private int filled;
    private long bytes;
    private boolean complete;

    Upload(S3Client s3, String bucket, String key, String contentType) {
        this.s3 = s3;
        this.bucket = bucket;
        this.key = key;
        this.contentType = contentType;
    }

    /** What was written: its size and its SHA-256. */
    record Written(long bytes, String hash) {}

    @Override
    public void write(int one) {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] content, int offset, int length) {
        digest.update(content, offset, length);
        bytes += length;
        for (var done = 0; done < length; ) {
            if (filled == buffer.length) {
                sendPart();
            }
            var more = Math.min(length - done, buffer.length - filled);
            System.arraycopy(content, offset + done, buffer, filled, more);
            filled += more;
            done += more;
        }
    }

    /** Makes the object of what was written: at once where it is small, else of its parts. */
    Written complete() {
        if (uploadId.isEmpty()) {
            s3.putObject(put -> put.bucket(bucket).key(key).contentType(contentType), body());
        } else {
            sendPart();
            s3.completeMultipartUpload(
                    done -> done.bucket(bucket).key(key).uploadId(uploadId).multipartUpload(all -> all.parts(parts)));
        }
        complete = true;
        return new Written(bytes, HexFormat.of().formatHex(digest.digest()));
    }

    /** Forgets what was sent, unless it is complete. */
    @Override
    public void close() {
        if (!complete && !uploadId.isEmpty()) {
            s3.abortMultipartUpload(abort -> abort.bucket(bucket).key(key).uploadId(uploadId));
        }
    }

    private void sendPart() {
        if (uploadId.isEmpty()) {
            uploadId = s3.createMultipartUpload(
                            create -> create.bucket(bucket).key(key).contentType(contentType))
                    .uploadId();
        }
        var number = parts.size() + 1;
        var sent = s3.uploadPart(
                part -> part.bucket(bucket).key(key).uploadId(uploadId).partNumber(number), body());
        parts.add(CompletedPart.builder().partNumber(number).eTag(sent.eTag()).build());
        filled = 0;
    }

    private RequestBody body() {
        return RequestBody.fromBytes(filled == buffer.length ? buffer : Arrays.copyOf(buffer, filled));
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
