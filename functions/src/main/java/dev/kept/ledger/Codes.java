package dev.kept.ledger;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Keeps personal data out of what is never erased: ledger entries and receipts take codes, counts and hashes only.
 *
 * <p>A code is at most 200 letters (unaccented), digits and {@code . _ : / | = ~ $ -}: no space, so no prose and no full
 * name; no {@code @}, so no e-mail address. What reads like a phone or card number (nine digits or more, with nothing
 * but separators between them) is no code either. A single bare word passes, so this is a net and not a licence:
 * callers write ids, words of an enum and hashes.
 */
final class Codes {
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9._:/|=~$-]{1,200}");
    private static final Pattern LONG_NUMBER = Pattern.compile("(?:[0-9][._:/|=~$-]*){9,}");
    private static final int DEEPEST = 4;

    private Codes() {}

    /**
     * The text, when it is a code.
     *
     * @param where what to name when it is not; the text itself is never repeated
     */
    static String require(String text, String where) {
        if (!isCode(text)) {
            throw new NotACode(where);
        }
        return text;
    }

    static boolean isCode(String text) {
        return CODE.matcher(text).matches() && !LONG_NUMBER.matcher(text).matches();
    }

    /** Refuses a tree that holds anything but codes, booleans and whole numbers. */
    static void requireAll(Map<String, Object> tree, String where) {
        requireTree(tree, where, 0);
    }

    private static void requireTree(Object value, String where, int depth) {
        if (depth > DEEPEST) {
            throw new NotACode(where);
        }
        if (value instanceof Map<?, ?> object) {
            object.forEach((name, member) -> {
                requireTree(name, where, depth + 1);
                requireTree(member, where + "." + name, depth + 1);
            });
        } else if (value instanceof List<?> list) {
            list.forEach(member -> requireTree(member, where, depth + 1));
        } else if (value instanceof String text) {
            require(text, where);
        } else if (!(value instanceof Integer || value instanceof Long || value instanceof Boolean)) {
            throw new NotACode(where);
        }
    }

    /** Something that is no code was about to be kept for ever; says where, never what. */
    static final class NotACode extends IllegalArgumentException {
        NotACode(String where) {
            super(where + " has to be a code, a count or a hash: what is proof is never erased, so no personal data");
        }
    }
}
