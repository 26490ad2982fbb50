package dev.kept.policy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads where records live. */
final class SystemReader {
    private SystemReader() {}

    static ConnectedSystemDeclaration system(String id, Part part) {
        return switch (part.word("kind", Kind.values())) {
            case KEPT -> new ConnectedSystemDeclaration.Kept(id, part.text("title"), part.promises());
            case DYNAMODB -> dynamoDb(id, part);
            case S3 -> s3(id, part);
            case HTTP -> http(id, part);
            case HAND -> hand(id, part);
        };
    }

    private static ConnectedSystemDeclaration dynamoDb(String id, Part part) {
        var key = part.object("key", SystemReader::key);
        var sortKey = part.stringOrNone("sortKey", Spelling.ATTRIBUTE);
        return new ConnectedSystemDeclaration.DynamoDb(
                id,
                part.text("title"),
                part.string("tableSetting", Spelling.CODE),
                part.stringOrNone("index", Spelling.ATTRIBUTE),
                key,
                sortKey,
                itemKey(part, key, sortKey),
                part.stringOrNone("made", Spelling.ATTRIBUTE),
                List.copyOf(part.someNamed("attributes", Spelling.ATTRIBUTE, SystemReader::attribute)
                        .values()),
                part.promises());
    }

    private static List<String> itemKey(Part part, ConnectedSystemDeclaration.PersonKey key, @Nullable String sortKey) {
        var named = part.strings("itemKey", Spelling.ATTRIBUTE);
        if (!named.isEmpty()) {
            return named;
        }
        return sortKey == null ? List.of(key.attribute()) : List.of(key.attribute(), sortKey);
    }

    private static ConnectedSystemDeclaration s3(String id, Part part) {
        return new ConnectedSystemDeclaration.S3(
                id,
                part.text("title"),
                part.string("bucketSetting", Spelling.CODE),
                part.parsed(
                        "prefix",
                        PrefixTemplate::parse,
                        PrefixTemplate.NONE,
                        "a prefix with one gap for the identifier and a slash after it, such as"
                                + " documents/{email:sha256}/"),
                part.string("category", Spelling.NAME),
                part.promises());
    }

    private static ConnectedSystemDeclaration http(String id, Part part) {
        var calls = part.objectOrNone("calls", SystemReader::calls);
        return new ConnectedSystemDeclaration.Http(
                id,
                part.text("title"),
                part.string("addressSetting", Spelling.CODE),
                part.string("secretSetting", Spelling.CODE),
                part.string("recipient", Spelling.NAME),
                part.someByWord("identities", IdentifierType.values(), SystemReader::identity),
                List.copyOf(part.someNamed("attributes", Spelling.ATTRIBUTE, SystemReader::attribute)
                        .values()),
                calls == null ? ConnectedSystemDeclaration.Calls.OURS : calls,
                part.promises());
    }

    private static ConnectedSystemDeclaration hand(String id, Part part) {
        return new ConnectedSystemDeclaration.Hand(
                id,
                part.text("title"),
                part.someStrings("categories", Spelling.NAME),
                part.text("instructions"),
                Amounts.period(part, "within"),
                part.promises());
    }

    private static ConnectedSystemDeclaration.Identity identity(IdentifierType identifier, Part part) {
        var type = part.stringOrNone("type", Spelling.ATTRIBUTE);
        // OpenDSR 2.0, 5.3, has no word for a telephone number
        var usual = identifier == IdentifierType.ACCOUNT ? "controller_customer_id" : identifier.word();
        return new ConnectedSystemDeclaration.Identity(
                identifier, part.word("form", IdentifierForm.values()), type == null ? usual : type);
    }

    private static ConnectedSystemDeclaration.Calls calls(Part part) {
        var ours = ConnectedSystemDeclaration.Calls.OURS;
        return new ConnectedSystemDeclaration.Calls(
                or(part.stringOrNone("ask", Spelling.PATH), ours.ask()),
                or(part.stringOrNone("follow", Spelling.PATH_OF_ONE), ours.follow()),
                or(part.stringOrNone("count", Spelling.ATTRIBUTE), ours.count()),
                or(part.stringOrNone("access", Spelling.ATTRIBUTE), ours.access()),
                or(part.stringOrNone("erasure", Spelling.ATTRIBUTE), ours.erasure()),
                or(part.stringOrNone("rectification", Spelling.ATTRIBUTE), ours.rectification()),
                or(part.stringOrNone("status", Spelling.ATTRIBUTE), ours.status()),
                or(part.stringOrNone("counts", Spelling.ATTRIBUTE), ours.counts()),
                or(part.stringOrNone("results", Spelling.ATTRIBUTE), ours.results()));
    }

    private static String or(@Nullable String written, String usual) {
        return written == null ? usual : written;
    }

    private static ConnectedSystemDeclaration.PersonKey key(Part part) {
        return new ConnectedSystemDeclaration.PersonKey(
                part.string("attribute", Spelling.ATTRIBUTE),
                part.word("identifier", IdentifierType.values()),
                part.word("form", IdentifierForm.values()));
    }

    private static ConnectedSystemDeclaration.Attribute attribute(String name, Part part) {
        return new ConnectedSystemDeclaration.Attribute(
                name,
                part.string("category", Spelling.NAME),
                part.text("label"),
                part.stringOrNone("field", Spelling.FIELD),
                part.flag("thirdParty"),
                part.flagIfGiven("derived"));
    }

    private enum Kind implements Word {
        KEPT,
        DYNAMODB,
        S3,
        HTTP,
        HAND
    }
}
