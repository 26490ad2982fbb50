package dev.kept.mail;

import java.util.List;

/** What a mail says, in order; set as text by {@link PlainText} and as HTML by the template {@code mail/letter.jte}. */
public record Letter(String lang, String subject, String organisation, List<Block> blocks) {
    /** One block of a letter. */
    public sealed interface Block permits Paragraph, Button, Facts, Points, Small {}

    /** A paragraph. */
    public record Paragraph(String text) implements Block {}

    /** What there is to press, and where it leads. */
    public record Button(String label, String address) implements Block {}

    /** Labelled facts, such as the reference. */
    public record Facts(List<Fact> facts) implements Block {}

    /** One labelled fact. */
    public record Fact(String label, String value) {}

    /** A list. */
    public record Points(List<String> points) implements Block {}

    /** A paragraph in small print. */
    public record Small(String text) implements Block {}

    /** A letter holds links and what concerns a person: it is not shown. */
    @Override
    public String toString() {
        return "Letter[personal]";
    }
}
