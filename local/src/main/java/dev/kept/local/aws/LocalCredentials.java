package dev.kept.local.aws;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;

/** The one account of the local run: credentials that open nothing but what listens on this machine. */
public final class LocalCredentials {
    public static final String ACCESS_KEY = "local";
    public static final String SECRET = "local";
    public static final String ACCOUNT = "000000000000";
    public static final Region REGION = Region.EU_WEST_3;

    private LocalCredentials() {}

    public static AwsCredentialsProvider provider() {
        return StaticCredentialsProvider.create(AwsBasicCredentials.create(ACCESS_KEY, SECRET));
    }

    static String arn(String service, String resource) {
        return "arn:aws:" + service + ":" + REGION.id() + ":" + ACCOUNT + ":" + resource;
    }
}
