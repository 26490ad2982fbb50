package dev.kept.local;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** docs/localstack.md lists every scenario that cannot run on LocalStack, and no other. */
class LocalStackDocumentTest {
    private static final Pattern MARKED = Pattern.compile(
            "@OnlyLocally\\(OnlyLocally\\.\\w+\\)\\s+(?:@\\w+(?:\\([^)]*\\))?\\s+)*(?:class|void) (\\w+)");
    private static final Pattern LISTED = Pattern.compile("`(\\w+Test(?:\\.\\w+)?)`");

    private final Path project = Options.projectFolder();

    @Test
    void theListIsThatOfTheScenarios() throws IOException {
        var marked = new TreeSet<String>();
        try (var files = Files.list(project.resolve("local/src/test/java/dev/kept/scenario"))) {
            for (var file : files.toList()) {
                var scenario = file.getFileName().toString().replace(".java", "");
                MARKED.matcher(Files.readString(file))
                        .results()
                        .map(found -> found.group(1))
                        .forEach(name -> marked.add(name.equals(scenario) ? name : scenario + "." + name));
            }
        }

        var document = Files.readString(project.resolve("docs/localstack.md"));
        var listed = new TreeSet<String>();
        var from = document.indexOf("## Scenarios that run only");
        var to = document.indexOf("\n## ", from);
        LISTED.matcher(document.substring(from, to < 0 ? document.length() : to))
                .results()
                .forEach(found -> listed.add(found.group(1)));

        assertEquals(marked, listed);
    }
}
