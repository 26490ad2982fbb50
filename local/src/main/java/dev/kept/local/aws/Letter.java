package dev.kept.local.aws;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the mail service was asked to send, before it is given to each recipient. */
record Letter(
        String from, List<String> recipients, String subject, String text, String html, Map<String, String> headers) {
    /** The sender as an identity to verify: the bare address, in lower case. */
    String sender() {
        return address(from).toLowerCase(Locale.ROOT);
    }

    static String address(String written) {
        int open = written.lastIndexOf('<');
        int close = written.lastIndexOf('>');
        return (open >= 0 && close > open ? written.substring(open + 1, close) : written).strip();
    }

    @Override
    public String toString() {
        return "[personal]";
    }
}
