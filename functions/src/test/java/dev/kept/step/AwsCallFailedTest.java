package dev.kept.step;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.ses.model.SesException;

class AwsCallFailedTest {
    @SuppressWarnings("NullAway") // no step looks at the context
    private static AwsCallFailed failing(SdkException failure) {
        StepFunction function = step -> {
            throw failure;
        };
        return assertThrows(
                AwsCallFailed.class,
                () -> function.handleRequest(
                        new ByteArrayInputStream("{}".getBytes(StandardCharsets.UTF_8)),
                        OutputStream.nullOutputStream(),
                        null));
    }

    @Test
    void itNamesTheRefusalAndDoesNotQuoteIt() {
        var refused = SesException.builder()
                .message("Address is not verified: marie@example.org")
                .statusCode(400)
                .requestId("r1")
                .awsErrorDetails(AwsErrorDetails.builder()
                        .serviceName("Ses")
                        .errorCode("MessageRejected")
                        .errorMessage("Address is not verified: marie@example.org")
                        .build())
                .build();

        var failed = failing(refused);

        assertEquals("Ses MessageRejected 400 r1", failed.getMessage());
        assertNull(failed.getCause());
    }

    @Test
    void aCallThatNeverArrivedIsNamedToo() {
        var lost = SdkClientException.create("to marie@example.org", new IOException("marie@example.org"));

        assertEquals("SdkClientException caused by IOException", failing(lost).getMessage());
    }
}
