package dev.kept.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kept.page.Language;
import dev.kept.page.Markup;
import dev.kept.page.RemediesItem;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Element;

class MailsTest {
    @ParameterizedTest
    @EnumSource
    void everyMailIsWellFormedInItsLanguage(Language language) {
        all(language).forEach((name, mail) -> {
            var page = new Markup(mail.html());
            assertEquals(language.code(), page.all("html").get(0).getAttribute("lang"), name);
            assertEquals(List.of(), page.all("table", "img", "script"), name);
            assertEquals(List.of(), page.where(element -> element.hasAttribute("style")), name);
            assertFalse(mail.subject().isBlank(), name);
            assertFalse(mail.subject().contains("\n"), name);
        });
    }

    @ParameterizedTest
    @EnumSource
    void bothPartsSayTheSame(Language language) {
        all(language).forEach((name, mail) -> {
            var html = words(new Markup(mail.html()).all("body").get(0).getTextContent());
            for (var line : mail.text().split("\n\n", -1)) {
                var said = words(line.replaceAll("(?m)^(- |  )", ""));
                assertTrue(html.contains(said), name + ": " + said);
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void aLinkStandsAloneOnItsLine(Language language) {
        all(language).forEach((name, mail) -> {
            var hrefs = new Markup(mail.html())
                    .all("a").stream()
                            .map((Element link) -> link.getAttribute("href"))
                            .toList();
            for (var href : hrefs) {
                assertTrue(mail.text().lines().anyMatch(href::equals), name);
            }
        });
    }

    @ParameterizedTest
    @EnumSource
    void textLinesAreShort(Language language) {
        all(language)
                .forEach((name, mail) -> mail.text()
                        .lines()
                        .filter(line -> !line.startsWith("https://"))
                        .forEach(line -> assertTrue(line.length() <= 72, name + ": " + line)));
    }

    @Test
    void aRefusalWithoutReasonsOrRemediesIsNotWritten() {
        var whole = new MailSamples(Language.FRENCH).refusal();
        var noCourt = new RemediesItem(
                whole.remedies().authority(),
                whole.remedies().address(),
                whole.remedies().website(),
                " ");

        assertThrows(MailIncomplete.class, () -> refusal(List.of(), whole.remedies(), whole.contact()));
        assertThrows(MailIncomplete.class, () -> refusal(whole.refused(), noCourt, whole.contact()));
        assertThrows(MailIncomplete.class, () -> refusal(whole.refused(), whole.remedies(), ""));
        assertThrows(MailIncomplete.class, () -> new RefusalMail.Refused("Factures", "", "art. 17"));
        assertThrows(MailIncomplete.class, () -> new RefusalMail.Refused("Factures", "La loi", " "));
    }

    @ParameterizedTest
    @EnumSource
    void aRefusalSaysWhyAndWhereToComplain(Language language) {
        var samples = new MailSamples(language);
        var refusal = samples.refusal();

        var mail = new RequestMails(samples.head()).refused(refusal);

        var said = words(mail.text());
        assertTrue(said.contains(words(refusal.refused().get(0).fact())));
        assertTrue(said.contains(words(refusal.refused().get(0).ground())));
        assertTrue(said.contains(words(refusal.remedies().authority())));
        assertTrue(said.contains(words(refusal.remedies().judicial())));
        assertTrue(said.contains(refusal.contact()));
    }

    @Test
    void aMailShowsNothingOfItself() {
        all(Language.FRENCH).forEach((name, mail) -> assertEquals("Mail[personal]", mail.toString(), name));
    }

    private static void refusal(List<RefusalMail.Refused> refused, RemediesItem remedies, String contact) {
        new RefusalMail(MailSamples.REFERENCE, "deletion", LocalDate.of(2026, 12, 3), refused, null, remedies, contact);
    }

    private static Map<String, Mail> all(Language language) {
        var all = new LinkedHashMap<>(new MailSamples(language).toPeople());
        all.putAll(new MailSamples(language).toStaff());
        return all;
    }

    private static String words(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }
}
