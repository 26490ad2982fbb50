package dev.kept.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Types {@code ./mvnw -Prun} and prints how long it takes until Kept runs, and how much memory it takes then. */
final class RunFigures {
    private RunFigures() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        var root = Path.of(arguments[0]);
        var begun = System.nanoTime();
        var process = new ProcessBuilder("./mvnw", "-o", "-q", "-Prun", "-Dkept.port=" + freePort())
                .directory(root.toFile())
                .redirectErrorStream(true)
                .start();
        try (var output = process.inputReader(StandardCharsets.UTF_8)) {
            if (reaches(output, "Kept is running").isPresent()) {
                System.out.printf(
                        Locale.ROOT,
                        "%n./mvnw -Prun to \"Kept is running\": %.1f s (goal: at most 12)%n",
                        (System.nanoTime() - begun) / 1e9);
                System.out.println("  of which the system itself: "
                        + reaches(output, "started in ")
                                .map(line -> line.replaceFirst(".*started in ([^;]*);.*", "$1"))
                                .orElse("unknown")
                        + " (goal: at most 4)");
                System.out.printf(
                        Locale.ROOT,
                        "  memory of all its processes: %.0f MB (goal: at most 600)%n",
                        all(process).mapToDouble(RunFigures::megabytes).sum());
            } else {
                System.out.println("./mvnw -Prun ended before Kept was running");
            }
        } finally {
            all(process).toList().forEach(ProcessHandle::destroy);
            process.waitFor();
        }
    }

    private static Optional<String> reaches(BufferedReader output, String text) throws IOException {
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            if (line.contains(text)) {
                return Optional.of(line);
            }
        }
        return Optional.empty();
    }

    private static Stream<ProcessHandle> all(Process process) {
        return Stream.concat(process.descendants(), Stream.of(process.toHandle()));
    }

    private static double megabytes(ProcessHandle process) {
        try (var lines = Files.lines(Path.of("/proc/" + process.pid() + "/status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                    .sum();
        } catch (IOException ended) {
            return 0; // or a system that keeps no such files
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
