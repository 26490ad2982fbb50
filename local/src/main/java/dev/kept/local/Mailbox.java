package dev.kept.local;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;

/** Every mail that the local run sent, newest last; the oldest go when there are too many. */
public final class Mailbox {
    private static final int MOST = 2_000;

    private final Deque<Mail> mails = new ArrayDeque<>();

    public synchronized void add(Mail mail) {
        mails.addLast(mail);
        if (mails.size() > MOST) {
            mails.removeFirst();
        }
    }

    public synchronized List<Mail> all() {
        return List.copyOf(mails);
    }

    public List<Mail> to(String recipient) {
        return to(recipient, all());
    }

    /** Those of the mails that went to this address, however it is spelled. */
    public static List<Mail> to(String recipient, List<Mail> mails) {
        String wanted = recipient.strip().toLowerCase(Locale.ROOT);
        return mails.stream()
                .filter(mail -> mail.to().toLowerCase(Locale.ROOT).equals(wanted))
                .toList();
    }
}
