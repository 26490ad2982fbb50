package dev.kept.local.aws;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Amazon's DynamoDB Local, in memory, as a process of its own that no end of this one leaves behind.
 *
 * <p>Its licence allows using it and forbids building it into a program: nothing of it is on Kept's class path.
 */
public final class DynamoDbProcess implements AutoCloseable {
    private final Process process;
    private final CompletableFuture<URI> endpoint = new CompletableFuture<>();
    private volatile String lastWord = "not a word";

    private DynamoDbProcess(Process process) {
        this.process = process;
        Thread reader = new Thread(this::read, "dynamodb-output");
        reader.setDaemon(true);
        reader.start();
    }

    /** Starts it from the folder that holds its jars and comes back at once: {@link #endpoint} waits until it answers. */
    public static DynamoDbProcess start(Path jars) {
        if (!Files.isDirectory(jars)) {
            throw new IllegalStateException("DynamoDB Local is not in " + jars
                    + ": fetch it once with ./mvnw -pl local/dynamodb generate-resources");
        }
        try {
            return new DynamoDbProcess(
                    new ProcessBuilder(command(jars)).redirectErrorStream(true).start());
        } catch (IOException e) {
            throw new UncheckedIOException("DynamoDB Local could not be started as a process", e);
        }
    }

    private static List<String> command(Path jars) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // Starts in half the time and in a fifth of the memory of the defaults; 256 MB hold about 100,000 small items.
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx256m", "-Xshare:auto"));
        // Its log names the items it refuses.
        command.add("-Dlog4j.provider=org.apache.logging.log4j.simple.internal.SimpleProvider");
        command.add("-Dorg.apache.logging.log4j.simplelog.level=OFF");
        command.add("-Dslf4j.internal.verbosity=ERROR");
        command.addAll(List.of("-cp", jars.resolve("*") + File.pathSeparator + ownClasses()));
        command.add(LoopbackDynamoDb.class.getName());
        return command;
    }

    private static Path ownClasses() {
        try {
            return Path.of(LoopbackDynamoDb.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("Kept's own classes are not in a folder or a jar", e);
        }
    }

    private void read() {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                lastWord = line;
                if (line.startsWith("port ")) {
                    endpoint.complete(URI.create("http://127.0.0.1:" + line.substring(5)));
                }
            }
        } catch (IOException e) {
            lastWord = e.getClass().getSimpleName();
        }
        endpoint.cancel(false);
    }

    /** Where it listens, as soon as it does. */
    public URI endpoint() {
        try {
            return endpoint.join();
        } catch (CancellationException e) {
            throw new IllegalStateException("DynamoDB Local ended before it listened: " + lastWord, e);
        }
    }

    /** A client of it; the caller closes it. */
    public DynamoDbClient client() {
        return DynamoDbClient.builder()
                .endpointOverride(endpoint())
                .region(LocalCredentials.REGION)
                .credentialsProvider(LocalCredentials.provider())
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }

    /** Waits until it has answered a first call, which loads most of what both sides need. */
    public void warm() {
        try (DynamoDbClient client = client()) {
            client.listTables();
        }
    }

    public ProcessHandle handle() {
        return process.toHandle();
    }

    @Override
    public void close() {
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            process.destroy();
        }
        process.onExit().join();
    }
}
