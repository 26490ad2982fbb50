package dev.kept.local.control;

import dev.kept.local.Mail;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The mails that were sent. */
final class MailboxPage {
    private MailboxPage() {}

    static Map<String, Object> tree(Mail mail) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("to", mail.to());
        tree.put("subject", mail.subject());
        tree.put("text", mail.text());
        tree.put("html", mail.html());
        tree.put("headers", mail.headers());
        tree.put("links", mail.links());
        tree.put("sent", mail.sent().toString());
        return tree;
    }

    /** Newest first, since that is the one that a person has just caused. */
    static String html(List<Mail> mails) {
        var articles = new StringBuilder();
        for (int i = mails.size() - 1; i >= 0; i--) {
            articles.append(article(mails.get(i)));
        }
        return Html.page("Mailbox", mails.isEmpty() ? "<p>No mail has been sent yet.</p>" : articles.toString());
    }

    private static String article(Mail mail) {
        var links = new StringBuilder();
        for (var link : mail.links()) {
            var address = Html.escaped(link);
            links.append("<li><a href=\"")
                    .append(address)
                    .append("\">")
                    .append(address)
                    .append("</a></li>");
        }
        return "<article><h2>" + Html.escaped(mail.subject()) + "</h2><small>to " + Html.escaped(mail.to()) + ", "
                + mail.sent() + "</small><pre>" + Html.escaped(mail.text()) + "</pre>"
                + (links.isEmpty() ? "" : "<ul>" + links + "</ul>") + "</article>";
    }
}
