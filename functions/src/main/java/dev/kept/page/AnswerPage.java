package dev.kept.page;

import gg.jte.generated.precompiled.answer.JteportableGenerated;
import gg.jte.generated.precompiled.answer.JtereadmeGenerated;

/**
 * The page of an answer that is opened from disk ({@code lisez-moi.html}, {@code read-me.html}): complete in one file,
 * style included, since nothing else is at hand there.
 */
public final class AnswerPage {
    private AnswerPage() {}

    /** What the page's file is called in that language. */
    public static String fileName(Language language) {
        return language == Language.FRENCH ? "lisez-moi.html" : "read-me.html";
    }

    /** The page in the language of the texts. */
    public static String of(Texts texts, AnswerPackageView view) {
        var dates = new Dates(texts);
        return Html.of(out -> JtereadmeGenerated.render(out, null, texts, dates, view));
    }

    /** The page of a package that a person takes along. */
    public static String portable(Texts texts, PortablePackageView view) {
        var dates = new Dates(texts);
        return Html.of(out -> JteportableGenerated.render(out, null, texts, dates, view));
    }
}
