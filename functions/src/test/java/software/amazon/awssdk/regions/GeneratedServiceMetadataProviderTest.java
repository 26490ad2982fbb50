package software.amazon.awssdk.regions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GeneratedServiceMetadataProviderTest {
    @ParameterizedTest
    @ValueSource(strings = {"dynamodb", "email", "kms", "s3", "states"})
    void aServiceThatKeptCallsIsFoundWhereItIs(String service) {
        var metadata = ServiceMetadata.of(service);

        assertEquals(URI.create(service + ".eu-west-3.amazonaws.com"), metadata.endpointFor(Region.EU_WEST_3));
        assertEquals(Region.EU_WEST_3, metadata.signingRegion(Region.EU_WEST_3));
    }

    @Test
    void anotherIsRefusedByName() {
        var refused = assertThrows(IllegalArgumentException.class, () -> ServiceMetadata.of("iot"));

        assertTrue(String.valueOf(refused.getMessage()).contains("iot"));
    }
}
