package dev.kept.local;

import dev.kept.Clients;
import dev.kept.local.aws.LocalCredentials;
import java.net.URI;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.s3.S3Client;

/** Clients that are no function's: past every permission, but counted, so that what they change is noticed. */
final class LocalClients {
    private LocalClients() {}

    static DynamoDbClient tables(URI endpoint, ExecutionInterceptor counting) {
        return DynamoDbClient.builder()
                .endpointOverride(endpoint)
                .region(LocalCredentials.REGION)
                .credentialsProvider(LocalCredentials.provider())
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .overrideConfiguration(override -> override.addExecutionInterceptor(counting))
                .build();
    }

    static S3Client objects(URI endpoint, ExecutionInterceptor counting) {
        return Clients.plain(S3Client.builder())
                .endpointOverride(endpoint)
                .region(LocalCredentials.REGION)
                .credentialsProvider(LocalCredentials.provider())
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .overrideConfiguration(override -> override.addExecutionInterceptor(counting))
                .build();
    }
}
