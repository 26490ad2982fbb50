package dev.kept.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AnswerPageTest {
    @ParameterizedTest
    @EnumSource
    void thePageNeedsNothingButItself(Language language) {
        var page = new Markup(AnswerPage.of(Texts.in(language), new Samples(language, "").answerPackage(true)));

        assertEquals(List.of(), page.all("script", "link", "img", "iframe"));
        assertEquals(1, page.all("style").size());
        assertEquals(1, page.all("h1").size());
    }

    @ParameterizedTest
    @EnumSource
    void thePageOfWhatIsTakenAlongNeedsNothingButItself(Language language) {
        var hostile = "<script>alert(1)</script>\"onload=\"x";
        for (var value : List.of("", hostile)) {
            var view = new Samples(language, value).portablePackage();
            var page = new Markup(AnswerPage.portable(Texts.in(language), view));

            assertEquals(List.of(), page.all("script", "link", "img", "iframe"));
            assertEquals(1, page.all("style").size());
            assertEquals(1, page.all("h1").size());
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyElementOfArticle15IsThere(Language language) {
        var texts = Texts.in(language);

        var html = AnswerPage.of(texts, new Samples(language, "").answerPackage(true));

        for (var key : List.of(
                "copy.yes.partial",
                "category.purpose",
                "category.basis",
                "category.source",
                "category.recipients",
                "copy.until",
                "recipients.title",
                "automated.title",
                "copy.data",
                "copy.redactions",
                "copy.silent",
                "copy.searched",
                "rights.title",
                "remedies.title",
                "copy.files")) {
            assertTrue(html.contains(texts.get(key)), key);
        }
    }

    @ParameterizedTest
    @EnumSource
    void nothingHeldIsAnAnswerToo(Language language) {
        var texts = Texts.in(language);

        var html = AnswerPage.of(texts, new Samples(language, "").answerPackage(false));

        assertTrue(html.contains(texts.get("copy.no")));
        assertTrue(html.contains(texts.get("remedies.title")));
        assertFalse(html.contains(texts.get("copy.data")));
    }

    @ParameterizedTest
    @EnumSource
    void dataAreShownAsText(Language language) {
        var hostile = "<script>alert(1)</script>\"onload=\"x";

        var page = new Markup(AnswerPage.of(Texts.in(language), new Samples(language, hostile).answerPackage(true)));

        assertEquals(List.of(), page.all("script"));
    }
}
