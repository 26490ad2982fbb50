package dev.kept.local;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MailboxTest {
    private final Mailbox mailbox = new Mailbox();

    @Test
    void theNewestTwoThousandAreKeptInOrder() {
        IntStream.range(0, 2_001).forEach(number -> mailbox.add(mail("p" + number + "@example.org", "")));

        List<Mail> kept = mailbox.all();

        assertEquals(2_000, kept.size());
        assertEquals("p1@example.org", kept.get(0).to());
        assertEquals("p2000@example.org", kept.get(1_999).to());
    }

    @Test
    void aRecipientIsFoundWhateverTheCase() {
        mailbox.add(mail("Zoe@Example.org", ""));

        assertEquals(1, mailbox.to(" zoe@example.ORG ").size());
        assertEquals(0, mailbox.to("oe@example.org").size());
    }

    @Test
    void aLinkEndsBeforeThePunctuationAroundIt() {
        Mail mail = mail(
                "a@example.org", "See (https://kept.example/a?b=c), or https://kept.example/d. <http://e.example>");

        assertEquals(List.of("https://kept.example/a?b=c", "https://kept.example/d", "http://e.example"), mail.links());
    }

    private static Mail mail(String to, String text) {
        return new Mail(to, "subject", text, "", Map.of(), Instant.EPOCH);
    }
}
