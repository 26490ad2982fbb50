package dev.kept.page;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes every page to {@code target/pages}, to be looked at in a browser. */
final class Gallery {
    private Gallery() {}

    public static void main(String[] arguments) throws IOException {
        var root = Path.of(arguments[0]);
        var files = new StaticFiles();
        for (var language : Language.values()) {
            var folder = Files.createDirectories(root.resolve(language.code()));
            for (var page : new Samples(language, "").pages().entrySet()) {
                var html = page.getValue();
                for (var file : new String[] {"style.css", "kept.js", "icon.svg"}) {
                    html = html.replace(files.address(file), "../../../../web/" + file);
                }
                Files.writeString(folder.resolve(page.getKey() + ".html"), html);
            }
        }
    }
}
