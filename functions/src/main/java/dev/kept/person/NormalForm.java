package dev.kept.person;

import java.text.Normalizer;

/** Text in Unicode's compatibility form (NFKC), so that a full-width digit or letter is the plain one. */
public final class NormalForm {
    private NormalForm() {}

    /** Plain text is in it already, and most is plain: it need not wait for Unicode's tables to load. */
    public static String of(String text) {
        return isAscii(text) ? text : Normalizer.normalize(text, Normalizer.Form.NFKC);
    }

    static boolean isAscii(String text) {
        for (var at = 0; at < text.length(); at++) {
            if (text.charAt(at) >= 0x80) {
                return false;
            }
        }
        return true;
    }
}
