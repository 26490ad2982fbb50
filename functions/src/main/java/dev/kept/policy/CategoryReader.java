package dev.kept.policy;

import java.util.List;

/** Reads what is held: categories with their retention, and who is given them. */
final class CategoryReader {
    private CategoryReader() {}

    static Category category(String name, Part part) {
        return new Category(
                name,
                part.text("title"),
                part.text("purpose"),
                part.word("legalBasis", LegalBasis.values()),
                part.text("source"),
                part.object("retention", CategoryReader::retention),
                part.word("keyClass", KeyClass.values()),
                part.flagIfGiven("derived"),
                part.objectOrNone("anonymise", CategoryReader::anonymisation),
                part.strings("recipients", Spelling.NAME),
                part.promises());
    }

    static Recipient recipient(String id, Part part) {
        var contact = part.stringOrNone("contact", Spelling.EMAIL);
        var notified = part.wordOrNone("notified", Notified.values());
        if (notified == Notified.CONTACT && contact == null) {
            part.wrong("contact", "is missing: the recipient is to be told there");
        }
        var usual = contact == null ? Notified.STAFF : Notified.CONTACT;
        return new Recipient(
                id,
                part.string("name", Spelling.MEANINGFUL),
                part.text("role"),
                part.someStrings("countries", Spelling.COUNTRY),
                part.textOrNone("safeguard"),
                notified == null ? usual : notified,
                contact,
                part.someStrings("categories", Spelling.NAME),
                part.promises());
    }

    private static Anonymisation anonymisation(Part part) {
        return new Anonymisation(
                part.number("people", Anonymisation.FEWEST_PEOPLE, 100_000),
                List.copyOf(part.someNamed("by", Spelling.ATTRIBUTE, CategoryReader::trait)
                        .values()));
    }

    private static Anonymisation.Trait trait(String name, Part part) {
        return new Anonymisation.Trait(name, part.someStrings("values", Spelling.MEANINGFUL));
    }

    static Transfer transfer(String country, Part part) {
        return new Transfer(country, part.text("safeguard"), part.promises());
    }

    private static Retention retention(Part part) {
        return new Retention(
                part.word("event", StartEvent.values()),
                Amounts.period(part, "period"),
                part.text("reason"),
                part.stringOrNone("law", Spelling.MEANINGFUL),
                part.objectOrNone("archive", CategoryReader::archive));
    }

    private static Archive archive(Part part) {
        return new Archive(
                part.word("event", StartEvent.values()),
                Amounts.period(part, "period"),
                part.text("reason"),
                part.string("law", Spelling.MEANINGFUL));
    }
}
