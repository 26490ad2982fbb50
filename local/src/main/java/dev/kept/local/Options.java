package dev.kept.local;

import dev.kept.local.states.Interference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/**
 * How a local run is to be.
 *
 * @param root the project's folder, which holds policies and DynamoDB Local
 * @param template what is deployed; the workflows are beside it
 * @param port 0 for any
 * @param policy the id of a policy
 * @param seed where every random choice comes from
 * @param standstill when the clock stands still until it is moved, the instant it stands at; else it runs
 * @param interference what is put between workflows and functions
 * @param watching what sees each call of a function to AWS
 */
public record Options(
        Path root,
        Path template,
        int port,
        String policy,
        long seed,
        Optional<Instant> standstill,
        Interference interference,
        List<ExecutionInterceptor> watching) {
    private static final String DEFAULT_POLICY = "faveo-helpdesk";

    public Options {
        watching = List.copyOf(watching);
    }

    /** For people: the port 8080 and real time. */
    public static Options live(Path root) {
        return new Options(
                root,
                root.resolve("template.yaml"),
                8080,
                DEFAULT_POLICY,
                1,
                Optional.empty(),
                Interference.NONE,
                List.of());
    }

    /** For tests: any port, and time that stands still until it is moved. */
    public static Options still(Path root, Instant start) {
        return new Options(
                root,
                root.resolve("template.yaml"),
                0,
                DEFAULT_POLICY,
                1,
                Optional.of(start),
                Interference.NONE,
                List.of());
    }

    /** The project's folder: what the build says, else the nearest one above that holds a template. */
    public static Path projectFolder() {
        var told = System.getProperty("kept.root");
        if (told != null) {
            return Path.of(told);
        }
        for (var folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve("template.yaml"))) {
                return folder;
            }
        }
        return Path.of("").toAbsolutePath();
    }

    public Options withPort(int number) {
        return new Options(root, template, number, policy, seed, standstill, interference, watching);
    }

    public Options withTemplate(Path file) {
        return new Options(root, file, port, policy, seed, standstill, interference, watching);
    }

    public Options withPolicy(String id) {
        return new Options(root, template, port, id, seed, standstill, interference, watching);
    }

    public Options withSeed(long number) {
        return new Options(root, template, port, policy, number, standstill, interference, watching);
    }

    public Options withInterference(Interference other) {
        return new Options(root, template, port, policy, seed, standstill, other, watching);
    }

    public Options withWatching(List<ExecutionInterceptor> others) {
        return new Options(root, template, port, policy, seed, standstill, interference, others);
    }
}
