package dev.kept.scenario;

import dev.kept.http.Json;
import dev.kept.local.Options;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/** The sample policy with something else in it, for what that one does not have. */
final class PolicyVariant {
    private PolicyVariant() {}

    /** A folder from which a local run starts under it. */
    static Path of(String id, Consumer<Map<String, Object>> change) {
        try {
            var project = Options.projectFolder();
            var policy = Json.object(Files.readString(project.resolve("policies/faveo-helpdesk.json")));
            policy.put("id", id);
            change.accept(policy);
            // functions read it from the class path, and the local run looks whether it is in its folder
            var classes = Path.of(
                    Objects.requireNonNull(PolicyVariant.class.getResource("/")).toURI());
            var root = classes.resolveSibling(id);
            for (var folder : List.of(classes, root)) {
                Files.createDirectories(folder.resolve("policies"));
                Files.writeString(folder.resolve("policies/" + id + ".json"), Json.text(policy));
            }
            var local = root.resolve("local");
            if (Files.notExists(local)) {
                Files.createSymbolicLink(local, project.resolve("local"));
            }
            return root;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
