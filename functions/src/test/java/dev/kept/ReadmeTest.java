package dev.kept;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.kept.http.ProblemKind;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Holds the README and the guides against what is there. */
class ReadmeTest {
    private static final Path ROOT = Path.of(System.getProperty("kept.root"));
    private static final List<String> PAGES = List.of(
            "README.md",
            "CONTRIBUTING.md",
            "DECISIONS.md",
            "CHANGELOG.md",
            "SECURITY.md",
            "docs/access-request.md",
            "docs/clock.md",
            "docs/connected-systems.md",
            "docs/deploy.md",
            "docs/evidence.md",
            "docs/localstack.md",
            "docs/other-requests.md",
            "docs/policy.md",
            "docs/security-review.md");

    @Test
    void everyCommandCanBeGiven() throws IOException {
        var commands = found("(?m)^(\\./mvnw .*)$", text("README.md"));
        var known = text("pom.xml") + text("local/src/main/java/dev/kept/local/Main.java");

        assertTrue(commands.containsAll(List.of("./mvnw -Prun", "./mvnw verify")), commands.toString());
        assertTrue(Files.isExecutable(ROOT.resolve("mvnw")));
        assertTrue(Files.isExecutable(ROOT.resolve("docs/screenshots")));
        for (var command : commands) {
            for (var word : command.split(" ", -1)) {
                assertTrue(isKnown(word, known), word + " in " + command);
            }
        }
    }

    private static boolean isKnown(String word, String known) {
        if (word.startsWith("-P")) {
            return known.contains("<id>" + word.substring(2) + "</id>");
        }
        if (word.startsWith("-Dkept.")) {
            var name = word.substring(2).split("=", 2)[0];
            return known.contains("<" + name + ">") || known.contains("\"" + name + "\"");
        }
        return List.of("./mvnw", "verify", "-q").contains(word);
    }

    @Test
    void everyLinkedFileAndPictureIsThere() throws IOException {
        var missing = new TreeSet<String>();
        var links = 0;
        for (var page : PAGES) {
            for (var link : found("\\]\\((?!https?:)([^)#]+)[^)]*\\)", text(page))) {
                links++;
                if (!Files.exists(ROOT.resolve(page).resolveSibling(link))) {
                    missing.add(page + ": " + link);
                }
            }
        }

        assertEquals(new TreeSet<String>(), missing);
        assertTrue(links > 20, "links are read");
    }

    @Test
    void everyAddressOfTheWalkIsARoute() throws IOException {
        var template = text("template.yaml");
        var addresses = found("<http://localhost:8080(/[^>]*)>", text("README.md"));

        assertFalse(addresses.isEmpty());
        for (var address : addresses) {
            assertTrue(isRoute(URI.create(address).getPath(), template), address);
        }
    }

    /** Either a path of the template, or one with the form's or the file's name in it, or the local run's own. */
    private static boolean isRoute(String path, String template) {
        return path.startsWith("/_local/")
                || found("(?m)^ +Path: (\\S+)$", template).stream()
                        .anyMatch(route -> path.matches(route.replaceAll("\\{[^}]*}", "[^/]+")));
    }

    @Test
    void everyKindOfProblemIsListed() throws IOException {
        var listed = found("(?m)^\\| (`/problems/[^`]*` \\| \\d+ \\| .*) \\|$", text("README.md"));

        var kinds = Arrays.stream(ProblemKind.values())
                .map(kind -> "`/problems/" + kind.slug() + "` | " + kind.status() + " | " + kind.title())
                .toList();

        assertEquals(new TreeSet<>(kinds), new TreeSet<>(listed));
    }

    @Test
    void thePictureAndTheGuideNameEveryStepOfTheWorkflow() throws IOException {
        var workflow = text("workflows/answer-access.asl.json");
        var picture = text("docs/images/answer-access.svg");
        var guide = text("docs/access-request.md");
        var steps = found("\"([^\"]+)\": \\{\\s*\"Type\": \"Task\"", workflow);

        assertFalse(steps.isEmpty());
        for (var step : steps) {
            assertTrue(picture.contains("<title>" + step + "</title>"), "the picture lacks " + step);
            assertTrue(guide.contains("| " + step + " |"), "the guide lacks " + step);
        }
    }

    private static List<String> found(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(hit -> hit.group(1))
                .toList();
    }

    private static String text(String file) throws IOException {
        return Files.readString(ROOT.resolve(file));
    }
}
