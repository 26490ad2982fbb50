package dev.kept.page;

/** French typography for texts that others wrote: no line begins with a mark that belongs to the word before it. */
final class Typography {
    private static final char WIDE = '\u00a0';
    private static final char NARROW = '\u202f';

    private Typography() {}

    static String of(String text, String language) {
        return language.equals("fr") ? french(text) : text;
    }

    private static String french(String text) {
        var set = new StringBuilder(text);
        for (var index = 0; index < set.length(); index++) {
            if (set.charAt(index) == ' ') {
                var before = index == 0 ? '.' : set.charAt(index - 1);
                var after = index + 1 == set.length() ? '.' : set.charAt(index + 1);
                if (after == ':' || after == '»' || before == '«') {
                    set.setCharAt(index, WIDE);
                } else if (after == ';' || after == '?' || after == '!' || after == '%') {
                    set.setCharAt(index, NARROW);
                }
            }
        }
        return set.toString();
    }
}
