package dev.kept.local.aws;

import dev.kept.Clients;
import java.net.URI;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.nio2blob.TransientNio2BlobStore;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.BucketVersioningStatus;

/** S3 in memory: checks signatures and the ends of signed addresses as the real one does, and keeps versions. */
public final class ObjectStore implements AutoCloseable {
    private final BlobStore buckets;
    private final S3Proxy server;

    private ObjectStore(BlobStore buckets, S3Proxy server) {
        this.buckets = buckets;
        this.server = server;
    }

    public static ObjectStore start() {
        BlobStore buckets = new TransientNio2BlobStore();
        S3Proxy server = S3Proxy.builder()
                .blobStore(buckets)
                .stopTimeout(0)
                .endpoint(URI.create("http://127.0.0.1:0"))
                .awsAuthentication(AuthenticationType.AWS_V4, LocalCredentials.ACCESS_KEY, LocalCredentials.SECRET)
                .build();
        try {
            server.start();
        } catch (Exception e) {
            throw new IllegalStateException("the local S3 server did not start", e);
        }
        return new ObjectStore(buckets, server);
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + server.getPort());
    }

    /** A client of it; the caller closes it. */
    public S3Client client() {
        return Clients.plain(S3Client.builder())
                .endpointOverride(endpoint())
                .region(LocalCredentials.REGION)
                .credentialsProvider(LocalCredentials.provider())
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }

    /** Not by a call: the first one of a client costs a second, which need not be spent before the system is up. */
    public void createBucket(String name, boolean versioned) {
        buckets.createContainer(name);
        if (versioned) {
            buckets.putBucketVersioning(name, BucketVersioningStatus.ENABLED);
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
