package software.amazon.awssdk.regions;

import software.amazon.awssdk.regions.servicemetadata.DynamodbServiceMetadata;
import software.amazon.awssdk.regions.servicemetadata.EmailServiceMetadata;
import software.amazon.awssdk.regions.servicemetadata.KmsServiceMetadata;
import software.amazon.awssdk.regions.servicemetadata.S3ServiceMetadata;
import software.amazon.awssdk.regions.servicemetadata.StatesServiceMetadata;

/**
 * Stands in the package where the SDK has a list of every service that AWS offers, and answers as that does for the
 * services that Kept calls. The SDK's makes an object of each of three hundred classes before the first client is built.
 */
public final class GeneratedServiceMetadataProvider implements ServiceMetadataProvider {
    @Override
    public ServiceMetadata serviceMetadata(String service) {
        return switch (service) {
            case "dynamodb" -> new DynamodbServiceMetadata();
            case "email" -> new EmailServiceMetadata();
            case "kms" -> new KmsServiceMetadata();
            case "s3" -> new S3ServiceMetadata();
            case "states" -> new StatesServiceMetadata();
            default ->
                throw new IllegalArgumentException("no metadata of the service " + service + ": name it in "
                        + GeneratedServiceMetadataProvider.class.getSimpleName());
        };
    }
}
