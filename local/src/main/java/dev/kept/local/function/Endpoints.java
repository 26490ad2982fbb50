package dev.kept.local.function;

import java.net.URI;
import java.util.Map;

/** Where the functions find the AWS services on this machine. */
public record Endpoints(URI dynamoDb, URI s3, URI kms, URI ses, URI stepFunctions) {
    Map<String, String> settings() {
        return Map.of(
                "AWS_ENDPOINT_URL_DYNAMODB", dynamoDb.toString(),
                "AWS_ENDPOINT_URL_S3", s3.toString(),
                "AWS_ENDPOINT_URL_KMS", kms.toString(),
                "AWS_ENDPOINT_URL_SES", ses.toString(),
                "AWS_ENDPOINT_URL_SFN", stepFunctions.toString());
    }
}
