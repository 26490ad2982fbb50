package dev.kept.policy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Checks each policy of a folder and writes its parts beside it, so that a function that finds the same file need neither
 * check nor read all of it at every cold start. Run by the build, which it ends where a policy has a fault.
 */
public final class CheckPolicies {
    private CheckPolicies() {}

    public static void main(String[] arguments) throws IOException {
        try (var files = Files.newDirectoryStream(Path.of(arguments[0]), "*.json")) {
            for (var file : files) {
                check(file);
            }
        }
    }

    private static void check(Path file) throws IOException {
        var id = file.getFileName().toString().replace(".json", "");
        var bytes = Files.readAllBytes(file);
        var policy = Policy.parse(id, new String(bytes, StandardCharsets.UTF_8));
        Doubts.about(policy).forEach(doubt -> System.err.println("[WARNING] policies/" + id + ".json " + doubt));
        Files.write(file.resolveSibling(id + PolicyFile.CHECKED), CheckedParts.write(bytes));
    }
}
