package dev.kept.fault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A copy of those of the project's files that checks and the local run read, to put faults into. */
final class ProjectCopy {
    private static final List<String> READ = List.of(
            "template.yaml",
            "workflows",
            "web/openapi.json",
            "events",
            "policies",
            "functions/src/main/java",
            "local/dynamodb/target/jars");

    private final Path project;
    private final Path copy;

    ProjectCopy(Path project, Path copy) throws IOException {
        this.project = project;
        this.copy = copy;
        for (var name : READ) {
            copy(project.resolve(name));
        }
    }

    private void copy(Path root) throws IOException {
        try (var all = Files.walk(root)) {
            for (var one : all.toList()) {
                var to = copy.resolve(project.relativize(one));
                if (Files.isDirectory(one)) {
                    Files.createDirectories(to);
                } else {
                    Files.createDirectories(to.getParent());
                    Files.copy(one, to);
                }
            }
        }
    }

    Path folder() {
        return copy;
    }

    void put(Edit edit) throws IOException {
        Files.writeString(copy.resolve(edit.file()), edit.in(Files.readString(project.resolve(edit.file()))));
    }

    /** Takes the fault out again. */
    void mend(Edit edit) throws IOException {
        Files.writeString(copy.resolve(edit.file()), Files.readString(project.resolve(edit.file())));
    }
}
