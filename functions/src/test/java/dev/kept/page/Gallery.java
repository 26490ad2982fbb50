package dev.kept.page;

import dev.kept.mail.MailSamples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;

/** Writes every page and mail to the folder that is named, to be looked at in a browser. */
final class Gallery {
    private Gallery() {}

    public static void main(String[] arguments) throws IOException {
        var root = Path.of(arguments[0]);
        var files = new StaticFiles();
        for (var language : Language.values()) {
            var samples = new Samples(language, "");
            var mails = new LinkedHashMap<>(new MailSamples(language).toPeople());
            mails.putAll(new MailSamples(language).toStaff());
            var folder = Files.createDirectories(root.resolve(language.code()));
            for (var page : samples.pages().entrySet()) {
                var html = page.getValue();
                for (var file : new String[] {"style.css", "kept.js", "icon.svg"}) {
                    html = html.replace(files.address(file), "../../../../web/" + file);
                }
                Files.writeString(folder.resolve(page.getKey() + ".html"), html);
            }
            for (var mail : mails.entrySet()) {
                Files.writeString(
                        folder.resolve("mail-" + mail.getKey() + ".html"),
                        mail.getValue().html());
                Files.writeString(
                        folder.resolve("mail-" + mail.getKey() + ".txt"),
                        mail.getValue().text());
            }
            var answer = AnswerPage.of(Texts.in(language), samples.answerPackage(true));
            Files.writeString(folder.resolve(AnswerPage.fileName(language)), answer);
            var portable = AnswerPage.portable(Texts.in(language), samples.portablePackage());
            Files.writeString(folder.resolve("portable-" + AnswerPage.fileName(language)), portable);
        }
    }
}
