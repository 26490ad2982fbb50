package dev.kept.mail;

import dev.kept.page.Dates;
import dev.kept.page.Html;
import dev.kept.page.Texts;
import gg.jte.generated.precompiled.mail.JteletterGenerated;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;

/** A letter while it is written: takes texts by key, and signs with the letterhead. */
final class Draft {
    private final Letterhead head;
    private final Texts texts;
    private final Dates dates;
    private final List<Letter.Block> blocks = new ArrayList<>();

    Draft(Letterhead head) {
        this.head = head;
        this.texts = Texts.in(head.language());
        this.dates = new Dates(texts);
        blocks.add(new Letter.Paragraph(texts.get("mail.greeting")));
    }

    Draft paragraph(String key, Object... values) {
        blocks.add(new Letter.Paragraph(texts.get(key, values)));
        return this;
    }

    Draft plain(String text) {
        blocks.add(new Letter.Paragraph(text));
        return this;
    }

    Draft small(String key, Object... values) {
        blocks.add(new Letter.Small(texts.get(key, values)));
        return this;
    }

    Draft button(String key, String address) {
        blocks.add(new Letter.Button(texts.get(key), address));
        return this;
    }

    Draft points(List<String> points) {
        if (!points.isEmpty()) {
            blocks.add(new Letter.Points(points));
        }
        return this;
    }

    /** Reference and kind, and what more there is as labels and values in turn. */
    Draft facts(String reference, String kind, String... more) {
        var facts = new ArrayList<Letter.Fact>();
        facts.add(new Letter.Fact(texts.get("fact.reference"), reference));
        facts.add(new Letter.Fact(texts.get("fact.kind"), texts.word("kind", kind)));
        for (var index = 0; index < more.length; index += 2) {
            facts.add(new Letter.Fact(texts.get(more[index]), more[index + 1]));
        }
        blocks.add(new Letter.Facts(List.copyOf(facts)));
        return this;
    }

    String kind(String kind) {
        return texts.word("kind", kind);
    }

    Texts texts() {
        return texts;
    }

    String day(LocalDate day) {
        return dates.day(day);
    }

    String moment(ZonedDateTime moment) {
        return dates.moment(moment);
    }

    /** The mail, with the closing that every mail has. */
    Mail signed(String subjectKey, Object... values) {
        blocks.add(new Letter.Paragraph(texts.get("mail.closing", head.organisation())));
        blocks.add(new Letter.Small(texts.get("mail.contact", head.contact())));
        return unsigned(subjectKey, values);
    }

    Mail unsigned(String subjectKey, Object... values) {
        var letter = new Letter(
                head.language().code(), texts.get(subjectKey, values), head.organisation(), List.copyOf(blocks));
        return new Mail(
                letter.subject(), PlainText.of(letter), Html.of(out -> JteletterGenerated.render(out, null, letter)));
    }
}
