package dev.kept.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.ses.SesClient;
import software.amazon.awssdk.services.ses.model.MessageRejectedException;
import software.amazon.awssdk.services.ses.model.SendEmailRequest;
import software.amazon.awssdk.services.ses.model.SendEmailResponse;

class MailerTest {
    private static final Mail MAIL = new Mail("Réponse", "texte", "<p>texte</p>");
    private static final String ADDRESS = "camille@example.com";

    @Test
    void bothPartsGoToTheOneAddressInUtf8() {
        var post = new Post(null);

        var id = new Mailer(post, "Kept <kept@example.com>").send(ADDRESS, MAIL);

        var sent = post.sent.get(0);
        assertEquals("m-1", id);
        assertEquals("Kept <kept@example.com>", sent.source());
        assertEquals(List.of(ADDRESS), sent.destination().toAddresses());
        assertEquals("Réponse", sent.message().subject().data());
        assertEquals("UTF-8", sent.message().subject().charset());
        assertEquals("texte", sent.message().body().text().data());
        assertEquals("UTF-8", sent.message().body().text().charset());
        assertEquals("<p>texte</p>", sent.message().body().html().data());
        assertEquals("UTF-8", sent.message().body().html().charset());
    }

    @Test
    void aRefusalOfSesIsToldByItsCodeAndWithoutTheAddress() {
        var details = AwsErrorDetails.builder()
                .errorCode("MessageRejected")
                .errorMessage("Email address is not verified: " + ADDRESS)
                .build();
        var mailer = new Mailer(
                new Post(MessageRejectedException.builder()
                        .message("not verified: " + ADDRESS)
                        .awsErrorDetails(details)
                        .build()),
                "kept@example.com");

        var thrown = assertThrows(MailNotSent.class, () -> mailer.send(ADDRESS, MAIL));

        assertEquals("the mail was not sent: MessageRejected", thrown.getMessage());
        assertNull(thrown.getCause());
    }

    @Test
    void aFailureOnTheWayIsToldWithoutTheAddress() {
        var mailer = new Mailer(new Post(SdkClientException.create("to " + ADDRESS)), "kept@example.com");

        var thrown = assertThrows(MailNotSent.class, () -> mailer.send(ADDRESS, MAIL));

        assertFalse(thrown.toString().contains(ADDRESS));
        assertNull(thrown.getCause());
    }

    /** An SES that takes every mail, or fails in one way. */
    private static final class Post implements SesClient {
        final List<SendEmailRequest> sent = new ArrayList<>();
        private final @Nullable RuntimeException failure;

        Post(@Nullable RuntimeException failure) {
            this.failure = failure;
        }

        @Override
        public SendEmailResponse sendEmail(SendEmailRequest request) {
            if (failure != null) {
                throw failure;
            }
            sent.add(request);
            return SendEmailResponse.builder().messageId("m-" + sent.size()).build();
        }

        @Override
        public String serviceName() {
            return "ses";
        }

        @Override
        public void close() {}
    }
}
