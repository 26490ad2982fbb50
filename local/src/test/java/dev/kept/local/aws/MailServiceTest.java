package dev.kept.local.aws;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kept.local.Mail;
import dev.kept.local.Mailbox;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.ses.SesClient;
import software.amazon.awssdk.services.ses.model.MessageRejectedException;
import software.amazon.awssdk.services.ses.model.RawMessage;
import software.amazon.awssdk.services.ses.model.SendEmailRequest;
import software.amazon.awssdk.services.ses.model.SesException;

class MailServiceTest {
    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");

    private final Mailbox mailbox = new Mailbox();
    private final MailService service =
            new MailService(Clock.fixed(NOW, ZoneOffset.UTC), mailbox, List.of("kept.example", "one@other.example"));
    private final AwsEndpoint endpoint = AwsEndpoint.start(service);
    private final SesClient client = SesClient.builder()
            .endpointOverride(endpoint.endpoint())
            .region(LocalCredentials.REGION)
            .credentialsProvider(LocalCredentials.provider())
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .overrideConfiguration(set -> set.retryStrategy(DefaultRetryStrategy.doNotRetry()))
            .build();

    @AfterEach
    void stop() {
        client.close();
        endpoint.close();
    }

    @Test
    void aMessageReachesTheMailbox() {
        String id = client.sendEmail(message("Kept <privacy@kept.example>", "Zoé <zoe@example.org>"))
                .messageId();

        Mail mail = mailbox.all().get(0);
        assertEquals("zoe@example.org", mail.to());
        assertEquals("Votre demande & la suite", mail.subject());
        assertEquals("Bonjour, é + 1 % <b>\nhttps://kept.example/requests/r1/confirmation?token=a", mail.text());
        assertEquals("Kept <privacy@kept.example>", mail.headers().get("From"));
        assertEquals("answers@kept.example", mail.headers().get("Reply-To"));
        assertEquals("<" + id + "@email.local>", mail.headers().get("Message-ID"));
        assertEquals(NOW, mail.sent());
    }

    @Test
    void linksOfTextAndHtmlComeOnceInOrder() {
        client.sendEmail(message("privacy@kept.example", "zoe@example.org"));

        assertEquals(
                List.of("https://kept.example/requests/r1/confirmation?token=a", "http://kept.example/x?a=1&b=2"),
                mailbox.all().get(0).links());
    }

    @Test
    void eachRecipientGetsACopy() {
        client.sendEmail(message("privacy@kept.example", "a@example.org", "b@example.org"));

        assertEquals(1, mailbox.to("A@Example.org").size());
        assertEquals(1, mailbox.to("b@example.org").size());
        assertEquals(
                "a@example.org, b@example.org", mailbox.all().get(0).headers().get("To"));
    }

    @Test
    void aSenderThatIsNotVerifiedIsRejected() {
        assertThrows(
                MessageRejectedException.class,
                () -> client.sendEmail(message("two@other.example", "zoe@example.org")));
        assertTrue(mailbox.all().isEmpty());

        service.verify("two@other.example");
        client.sendEmail(message("Two <TWO@other.example>", "zoe@example.org"));
        assertEquals(1, mailbox.all().size());
    }

    @Test
    void aMessageToNobodyIsRefused() {
        SesException refused =
                assertThrows(SesException.class, () -> client.sendEmail(message("one@other.example", "nobody")));

        assertEquals("InvalidParameterValue", refused.awsErrorDetails().errorCode());
    }

    @Test
    void sendingFailsAsOftenAsAskedAndThenWorks() {
        service.failNext(2);

        for (int time = 0; time < 2; time++) {
            SesException refused = assertThrows(
                    SesException.class, () -> client.sendEmail(message("one@other.example", "zoe@example.org")));
            assertTrue(refused.isThrottlingException());
        }
        client.sendEmail(message("one@other.example", "zoe@example.org"));
        assertEquals(1, mailbox.all().size());
    }

    @Test
    void aRawMessageIsTakenApart() {
        String raw = String.join(
                "\r\n",
                "From: privacy@kept.example",
                "To: =?UTF-8?B?Wm/DqQ==?= <zoe@example.org>",
                "Subject: =?UTF-8?Q?R=C3=A9ponse?=",
                "List-Unsubscribe: <https://kept.example/u?t=1>",
                "MIME-Version: 1.0",
                "Content-Type: multipart/mixed; boundary=m",
                "",
                "--m",
                "Content-Type: multipart/alternative; boundary=a",
                "",
                "--a",
                "Content-Type: text/plain; charset=UTF-8",
                "Content-Transfer-Encoding: quoted-printable",
                "",
                "d=C3=A9j=C3=A0 https://kept.example/t",
                "--a",
                "Content-Type: text/html; charset=UTF-8",
                "Content-Transfer-Encoding: base64",
                "",
                "PHA+w6k8L3A+",
                "--a--",
                "--m",
                "Content-Type: text/plain",
                "Content-Disposition: attachment; filename=a.txt",
                "",
                "attached",
                "--m--",
                "");

        client.sendRawEmail(send -> send.rawMessage(
                RawMessage.builder().data(SdkBytes.fromUtf8String(raw)).build()));

        Mail mail = mailbox.to("zoe@example.org").get(0);
        assertEquals("Réponse", mail.subject());
        assertEquals("déjà https://kept.example/t", mail.text().strip());
        assertEquals("<p>é</p>", mail.html());
        assertEquals("<https://kept.example/u?t=1>", mail.headers().get("List-Unsubscribe"));
        assertEquals(List.of("https://kept.example/t"), mail.links());
    }

    @Test
    void manySendersLoseNothing() {
        IntStream.range(0, 100)
                .parallel()
                .forEach(number -> client.sendEmail(message("one@other.example", "p" + number + "@example.org")));

        assertEquals(
                100,
                mailbox.all().stream().map(Mail::to).collect(Collectors.toSet()).size());
    }

    @Test
    void nothingOfAMessageIsInItsText() {
        client.sendEmail(message("privacy@kept.example", "zoe@example.org"));

        assertFalse(mailbox.all().toString().contains("zoe"));
    }

    private static SendEmailRequest message(String from, String... to) {
        return SendEmailRequest.builder()
                .source(from)
                .destination(destination -> destination.toAddresses(to))
                .replyToAddresses("answers@kept.example")
                .message(message -> message.subject(subject -> subject.data("Votre demande & la suite"))
                        .body(body -> body.text(text -> text.data(
                                        "Bonjour, é + 1 % <b>\nhttps://kept.example/requests/r1/confirmation?token=a"))
                                .html(html -> html.data(
                                        "<a href=\"https://kept.example/requests/r1/confirmation?token=a\">ici</a>"
                                                + " (<a href='http://kept.example/x?a=1&amp;b=2'>là</a>)."))))
                .build();
    }
}
