package dev.kept.local.aws;

import java.net.URI;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.TransientNio2BlobStore;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;

/** S3 in memory: checks signatures and the ends of signed addresses as the real one does, and keeps versions. */
public final class ObjectStore implements AutoCloseable {
    private final S3Proxy server;

    private ObjectStore(S3Proxy server) {
        this.server = server;
    }

    public static ObjectStore start() {
        S3Proxy server = S3Proxy.builder()
                .blobStore(new TransientNio2BlobStore())
                .endpoint(URI.create("http://127.0.0.1:0"))
                .awsAuthentication(AuthenticationType.AWS_V4, LocalCredentials.ACCESS_KEY, LocalCredentials.SECRET)
                .build();
        try {
            server.start();
        } catch (Exception e) {
            throw new IllegalStateException("the local S3 server did not start", e);
        }
        return new ObjectStore(server);
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getPort());
    }

    /** A client of it; the caller closes it. */
    public S3Client client() {
        return S3Client.builder()
                .endpointOverride(endpoint())
                .region(LocalCredentials.REGION)
                .credentialsProvider(LocalCredentials.provider())
                .forcePathStyle(true)
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }

    public void createBucket(String name, boolean versioned) {
        try (S3Client client = client()) {
            client.createBucket(bucket -> bucket.bucket(name));
            if (versioned) {
                client.putBucketVersioning(bucket -> bucket.bucket(name)
                        .versioningConfiguration(versioning -> versioning.status(BucketVersioningStatus.ENABLED)));
            }
        }
    }

    @Override
    public void close() {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("the local S3 server did not stop", e);
        }
    }
}
