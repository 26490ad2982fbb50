package dev.kept;

import dev.kept.tls.AmazonRootsFirst;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.defaultsmode.DefaultsMode;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClientBuilder;
import software.amazon.awssdk.services.kms.KmsClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;
import software.amazon.awssdk.services.ses.SesClient;
import software.amazon.awssdk.services.sfn.SfnClient;

/**
 * Builds the AWS clients from a function's settings, naming region, credentials and endpoint outright: searching for
 * them is a good part of a client's cold start.
 */
public final class Clients {
    private final Settings settings;
    private final List<ExecutionInterceptor> interceptors;
    /** One for all clients: each of its own would set up TLS again. */
    private final Lazy<SdkHttpClient> http = new Lazy<>(() -> UrlConnectionHttpClient.builder()
            .tlsTrustManagersProvider(AmazonRootsFirst::managers)
            .build());

    Clients(Settings settings, List<ExecutionInterceptor> interceptors) {
        this.settings = settings;
        this.interceptors = List.copyOf(interceptors);
    }

    DynamoDbClient dynamoDb() {
        DynamoDbClientBuilder builder = DynamoDbClient.builder().endpointDiscoveryEnabled(false);
        return with(builder, "DYNAMODB").build();
    }

    KmsClient kms() {
        return with(KmsClient.builder(), "KMS").build();
    }

    SesClient ses() {
        return with(SesClient.builder(), "SES").build();
    }

    SfnClient stepFunctions() {
        return with(SfnClient.builder(), "SFN").build();
    }

    S3Client s3() {
        return with(isElsewhere("S3") ? plain(S3Client.builder()) : S3Client.builder(), "S3")
                .build();
    }

    /**
     * For stores that are not AWS's own: by path, with the body as it is and its hash in the signature. A checksum that
     * follows the object is not read by each of them, and a store that answers before it has come cuts the upload off.
     */
    public static S3ClientBuilder plain(S3ClientBuilder builder) {
        return builder.requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .serviceConfiguration(S3Configuration.builder()
                        .pathStyleAccessEnabled(true)
                        .chunkedEncodingEnabled(false)
                        .build());
    }

    S3Presigner presigner() {
        var builder = S3Presigner.builder()
                .region(region())
                .credentialsProvider(credentials())
                .serviceConfiguration(S3Configuration.builder()
                        .pathStyleAccessEnabled(isElsewhere("S3"))
                        .build());
        endpoint("S3").ifPresent(builder::endpointOverride);
        return builder.build();
    }

    private <B extends AwsSyncClientBuilder<B, ?> & AwsClientBuilder<B, ?>> B with(B builder, String service) {
        endpoint(service).ifPresent(builder::endpointOverride);
        return builder.httpClient(http.get())
                .region(region())
                .credentialsProvider(credentials())
                .defaultsMode(DefaultsMode.IN_REGION)
                .overrideConfiguration(ClientOverrideConfiguration.builder()
                        .executionInterceptors(interceptors)
                        .build());
    }

    private boolean isElsewhere(String service) {
        return endpoint(service).isPresent();
    }

    private Optional<URI> endpoint(String service) {
        return settings.find("AWS_ENDPOINT_URL_" + service)
                .or(() -> settings.find("AWS_ENDPOINT_URL"))
                .map(URI::create);
    }

    private Region region() {
        return Region.of(settings.get("AWS_REGION"));
    }

    /** With SnapStart the credentials come from the container's endpoint, since those of the snapshot would be stale. */
    private AwsCredentialsProvider credentials() {
        if (settings.find("AWS_CONTAINER_CREDENTIALS_FULL_URI").isPresent()) {
            return ContainerCredentialsProvider.create();
        }
        var key = settings.get("AWS_ACCESS_KEY_ID");
        var secret = settings.get("AWS_SECRET_ACCESS_KEY");
        return StaticCredentialsProvider.create(settings.find("AWS_SESSION_TOKEN")
                .<AwsCredentials>map(token -> AwsSessionCredentials.create(key, secret, token))
                .orElseGet(() -> AwsBasicCredentials.create(key, secret)));
    }
}
