package dev.kept.local.template;

import dev.kept.local.template.Bucket.Expiration;
import java.util.List;
import java.util.Optional;

/** Reads {@code AWS::S3::Bucket}. */
final class BucketReader {
    private final Names names;

    BucketReader(Names names) {
        this.names = names;
    }

    Bucket read(String id, Part part) {
        // access rules are enforced by AWS in front of the functions; on one machine there is nobody to keep out
        part.without(
                "BucketName", "PublicAccessBlockConfiguration", "OwnershipControls", "Tags", "LoggingConfiguration");
        part.without("ObjectLockEnabled", "ObjectLockConfiguration", "CorsConfiguration");
        var versioning = part.partOrEmpty("VersioningConfiguration");
        var versioned = versioning.find("Status").orElse("").equals("Enabled");
        versioning.end();
        var bucket = new Bucket(id, names.reference(id).orElse(id), expirations(part), versioned, encryption(part));
        part.end();
        return bucket;
    }

    private static List<Expiration> expirations(Part part) {
        var lifecycle = part.partOrEmpty("LifecycleConfiguration");
        var rules = lifecycle.parts("Rules").stream()
                .filter(rule -> {
                    rule.without("Id", "AbortIncompleteMultipartUpload");
                    return rule.find("Status").orElse("").equals("Enabled");
                })
                .map(BucketReader::expiration)
                .toList();
        lifecycle.end();
        return rules;
    }

    private static Expiration expiration(Part rule) {
        var superseded = rule.partOrEmpty("NoncurrentVersionExpiration");
        var filter = rule.partOrEmpty("Filter");
        var expiration = new Expiration(
                rule.find("Prefix").or(() -> filter.find("Prefix")).orElse(""),
                rule.number("ExpirationInDays", 0),
                Math.max(rule.number("NoncurrentVersionExpirationInDays", 0), superseded.number("NoncurrentDays", 0)));
        rule.without("ExpiredObjectDeleteMarker");
        superseded.end();
        filter.end();
        rule.end();
        return expiration;
    }

    private static Optional<String> encryption(Part part) {
        var encryption = part.partOrEmpty("BucketEncryption");
        var keys = encryption.parts("ServerSideEncryptionConfiguration").stream()
                .flatMap(rule -> {
                    rule.without("BucketKeyEnabled");
                    var byDefault = rule.partOrEmpty("ServerSideEncryptionByDefault");
                    var key = byDefault.find("KMSMasterKeyID");
                    byDefault.without("SSEAlgorithm").end();
                    rule.end();
                    return key.stream();
                })
                .toList();
        encryption.end();
        return keys.stream().findFirst();
    }
}
