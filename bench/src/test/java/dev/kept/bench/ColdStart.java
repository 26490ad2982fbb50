package dev.kept.bench;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Starts three functions in turn through AWS's own runtime interface client, each time in a fresh process, and prints
 * how long each took from there to its first answer: one that reads an item and no more, Kept's, and Kept's as it is
 * usually written.
 */
public final class ColdStart {
    private static final List<String> RUNTIME = List.of(
            "aws-lambda-java-core",
            "aws-lambda-java-runtime-interface-client",
            "aws-lambda-java-serialization",
            "utils-lite");
    private static final List<String> SDK = List.of(
            "annotations",
            "arns",
            "auth",
            "aws-core",
            "aws-json-protocol",
            "checksums",
            "checksums-spi",
            "crt-core",
            "dynamodb",
            "endpoints-spi",
            "eventstream",
            "http-auth",
            "http-auth-aws",
            "http-auth-aws-eventstream",
            "http-auth-spi",
            "http-client-spi",
            "identity-spi",
            "json-utils",
            "metrics-spi",
            "profiles",
            "protocol-core",
            "reactive-streams",
            "regions",
            "retries",
            "retries-spi",
            "sdk-core",
            "slf4j-api",
            "third-party-jackson-core",
            "url-connection-client",
            "utils",
            "utils-lite");
    private static final List<String> USUAL = List.of(
            "dynamodb-enhanced",
            "kms",
            "sfn",
            "aws-lambda-java-events",
            "joda-time",
            "jackson-core",
            "jackson-databind",
            "jackson-annotations",
            "log4j-api",
            "log4j-core",
            "log4j-layout-template-json",
            "log4j-slf4j2-impl");
    private static final String EVENT = """
            {"httpMethod":"POST","path":"/requests","headers":{"Content-Type":"application/json","Accept":"application/json"},
            "isBase64Encoded":false,"requestContext":{"requestId":"a","identity":{"sourceIp":"192.0.2.1"}},
            "body":"{\\"kind\\":\\"access\\",\\"identifier\\":{\\"type\\":\\"email\\",\\"value\\":\\"marie.curie@example.org\\"}}"}""";

    private final AwsStub aws;
    private final Path work;
    private final Map<String, List<Double>> times = new TreeMap<>();
    private final Map<String, List<Double>> firstCalls = new TreeMap<>();
    private final Map<String, List<Double>> busy = new TreeMap<>();

    private ColdStart(AwsStub aws, Path work) {
        this.aws = aws;
        this.work = work;
    }

    public static void main(String[] arguments) throws Exception {
        var jar = Path.of(arguments[0]);
        var work = Files.createTempDirectory("kept-bench");
        try (var aws = new AwsStub()) {
            new ColdStart(aws, work).compare(jar, Integer.parseInt(arguments[1]));
            System.out.printf(
                    Locale.ROOT, "%nPackage of all functions: %.1f MB (goal: at most 12)%n", Files.size(jar) / 1e6);
        } finally {
            try (var files = Files.walk(work)) {
                files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
            }
        }
    }

    private void compare(Path jar, int rounds) throws Exception {
        var usual = new ArrayList<>(SDK);
        usual.addAll(USUAL);
        var bare = Packed.of("bare", SDK, work.resolve("bare"), "dev.kept.bench.BareHandler");
        var kept = Packed.of("kept", jar, work.resolve("kept"), "dev.kept.request.SubmitRequestHandler");
        var written = Packed.asBuilt("usual", usual, work.resolve("usual"), "dev.kept.bench.UsualHandler");
        for (var round = 0; round <= rounds; round++) {
            for (var function : List.of(bare, kept, written)) {
                start(function, round > 0); // the first round warms the disk's cache and the stubs
            }
        }
        System.out.printf(
                Locale.ROOT,
                "Cold start, process start to first answer, medians of %d runs (Java %s, %s)%n",
                rounds,
                System.getProperty("java.version"),
                pinned().isEmpty() ? "all processors" : "one processor");
        line("reads one item, no more", "bare");
        line("SubmitRequestHandler", "kept");
        line("the same, written the usual way", "usual");
        ratio("to one item", "bare", "at most 1.30, aim 1.15");
        ratio("to the usual way", "usual", "at most 0.50");
    }

    private void line(String text, String name) {
        System.out.printf(
                Locale.ROOT,
                "  %-34s %5.0f ms, of which the first call %4.0f ms; processor %5.0f ms%n",
                text,
                median(times(times, name)),
                median(times(firstCalls, name)),
                median(times(busy, name)));
    }

    private void ratio(String text, String other, String goal) {
        System.out.printf(
                Locale.ROOT,
                "  %-34s %5.2f (processor time %.2f); goal: %s%n",
                "ratio " + text,
                ratio(times, other),
                ratio(busy, other),
                goal);
    }

    /** The median of the ratios of runs that followed each other, which a busy machine slowed alike. */
    private static double ratio(Map<String, List<Double>> all, String other) {
        var ratios = new ArrayList<Double>();
        for (var run = 0; run < times(all, "kept").size(); run++) {
            ratios.add(times(all, "kept").get(run) / times(all, other).get(run));
        }
        return median(ratios);
    }

    private static List<Double> times(Map<String, List<Double>> all, String name) {
        return all.computeIfAbsent(name, any -> new ArrayList<>());
    }

    private static double median(List<Double> values) {
        var sorted = values.stream().sorted().toList();
        return sorted.isEmpty() ? Double.NaN : sorted.get(sorted.size() / 2);
    }

    private void start(Packed function, boolean counts) throws Exception {
        try (var runtime = new RuntimeApi(EVENT)) {
            var begun = System.nanoTime();
            var process = process(function, runtime.address());
            try {
                var answer = runtime.answer().get(60, TimeUnit.SECONDS);
                if (!answer.path().endsWith("/response") || !answer.body().contains("\"statusCode\":20")) {
                    throw new IllegalStateException(function.name() + " answered " + answer.body());
                }
                var busyFor = process.info().totalCpuDuration().orElse(Duration.ZERO);
                if (counts) {
                    times(busy, function.name()).add(busyFor.toNanos() / 1e6);
                    times(times, function.name()).add((answer.at() - begun) / 1e6);
                    times(firstCalls, function.name())
                            .add((answer.at() - runtime.ready().get()) / 1e6);
                }
            } catch (TimeoutException | ExecutionException silent) {
                throw new IllegalStateException(function.name() + " did not answer", silent);
            } finally {
                process.destroyForcibly().waitFor();
            }
        }
    }

    private Process process(Packed function, String runtime) throws IOException {
        var command = new ArrayList<>(pinned());
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-XX:+UseSerialGC", "-Xmx512m", "-XX:TieredStopAtLevel=1"));
        command.add("-cp");
        command.add(String.join(File.pathSeparator, Packed.jars(RUNTIME)));
        command.add("com.amazonaws.services.lambda.runtime.api.client.AWSLambda");
        command.add(function.handler() + "::handleRequest");
        var builder = new ProcessBuilder(command)
                .directory(function.folder().toFile())
                .redirectErrorStream(true)
                .redirectOutput(work.resolve(function.name() + ".log").toFile());
        var settings = builder.environment();
        settings.put("AWS_LAMBDA_RUNTIME_API", runtime);
        settings.put("_HANDLER", function.handler() + "::handleRequest");
        settings.put("AWS_LAMBDA_FUNCTION_NAME", "f");
        settings.put("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand");
        settings.put("AWS_REGION", "eu-west-3");
        settings.put("AWS_ACCESS_KEY_ID", "local");
        settings.put("AWS_SECRET_ACCESS_KEY", "local");
        settings.put("AWS_ENDPOINT_URL", aws.address());
        settings.put("POLICY", "faveo-helpdesk");
        settings.put("ANSWER_ACCESS_WORKFLOW_ARN", "arn:aws:states:eu-west-3:000000000000:stateMachine:answer-access");
        for (var name :
                List.of("DATA_KEY_ID", "IDENTIFIER_KEY_ID", "KEYS_TABLE", "REPETITIONS_TABLE", "REQUESTS_TABLE")) {
            settings.put(name, name.toLowerCase(Locale.ROOT));
        }
        return builder.start();
    }

    /** Lambda gives a function of 512 MB less than one processor; this one is kept to one where the system can. */
    private static List<String> pinned() {
        return Files.isExecutable(Path.of("/usr/bin/taskset")) ? List.of("taskset", "-c", "0") : List.of();
    }
}
