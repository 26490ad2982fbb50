package dev.kept.policy;

import java.time.Period;
import java.util.List;
import java.util.Objects;

/** Reads what is promised: rights, deadlines, grounds, messages, cookies, disclosures and notices. */
final class RuleReader {
    private static final int MOST_DOWNLOADS = 100;
    private static final int MOST_REQUESTS = 1_000;
    private static final int OLDEST_MINOR = 21;
    /** How far ahead an account is ended where the policy does not say. */
    private static final Period HALF_A_YEAR = Period.ofMonths(6);

    private RuleReader() {}

    static Right right(RequestKind kind, Part part) {
        return new Right(kind, part.text("title"), part.text("explanation"), part.promises());
    }

    static Deadlines deadlines(Part part) {
        return new Deadlines(
                Amounts.periodOrNone(part, "answer"),
                Amounts.period(part, "extension"),
                Amounts.duration(part, "confirmation"),
                Amounts.period(part, "lapse"),
                Amounts.period(part, "identity"),
                Amounts.period(part, "download"),
                part.number("downloads", 1, MOST_DOWNLOADS),
                Amounts.period(part, "purge"),
                Amounts.periodOrNone(part, "retrieval"),
                Objects.requireNonNullElse(Amounts.periodOrNone(part, "ahead"), HALF_A_YEAR),
                Amounts.duration(part, "breach"),
                part.promises());
    }

    static RateLimits limits(Part part) {
        return new RateLimits(
                part.number("perIdentifier", 1, MOST_REQUESTS), part.number("perSender", 1, MOST_REQUESTS));
    }

    static MinimumAge minimumAge(Part part) {
        return new MinimumAge(part.number("years", 1, OLDEST_MINOR), part.text("statement"), part.promises());
    }

    static Ground ground(String code, Part part) {
        return new Ground(
                code,
                List.copyOf(part.someWords("kinds", RequestKind.rights())),
                part.text("text"),
                part.string("article", Spelling.MEANINGFUL),
                part.promises());
    }

    static Communication communication(String name, Part part) {
        return new Communication(
                name,
                part.text("title"),
                part.flag("promotional"),
                part.stringOrNone("consent", Spelling.NAME),
                part.someWords("channels", Channel.values()),
                part.text("optOut"),
                part.promises());
    }

    static CookieClass cookieClass(String name, Part part) {
        return new CookieClass(
                name,
                part.text("title"),
                part.text("purpose"),
                part.text("lifetime"),
                part.stringOrNone("consent", Spelling.NAME),
                part.promises());
    }

    static DisclosureGround disclosure(String code, Part part) {
        return new DisclosureGround(code, part.text("text"), part.flag("consentNeeded"), part.promises());
    }

    static ChangeNotice change(ChangeKind kind, Part part) {
        return new ChangeNotice(
                kind,
                part.someWords("channels", Channel.values()),
                Amounts.period(part, "before"),
                part.text("text"),
                part.promises());
    }

    static Statement statement(String id, Part part) {
        return new Statement(id, part.text("text"), part.strings("forms", Spelling.FORM), part.promises());
    }
}
