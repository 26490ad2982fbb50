package dev.kept.local;

import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;

/** Starts the whole system on this machine, for people: {@code ./mvnw -Prun}. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) throws InterruptedException {
        try {
            var begun = System.nanoTime();
            var kept = Kept.start(options());
            Runtime.getRuntime().addShutdownHook(new Thread(kept::close, "closing"));
            announce(kept, Duration.ofNanos(System.nanoTime() - begun));
        } catch (CannotStart refused) {
            System.err.println(refused.getMessage());
            // halts Maven's own process, too, without its pages about a failed build
            System.exit(1);
        }
        new CountDownLatch(1).await();
    }

    private static void announce(Kept kept, Duration start) {
        var address = kept.address();
        System.out.println("Kept is running at " + address);
        System.out.println("  privacy centre  " + address + "/");
        System.out.println("  console         " + address + "/staff");
        System.out.println("  mailbox         " + address + "/_local/mailbox");
        System.out.println("  this run        " + address + "/_local/  (moves the clock, looks for a text)");
        System.out.printf(
                Locale.ROOT,
                "Policy %s, started in %.1f s; Ctrl-C ends it and leaves nothing behind.%n",
                kept.policy().id(),
                start.toMillis() / 1e3);
        System.out.flush();
    }

    private static Options options() {
        var options = Options.live(Options.projectFolder());
        return options.withPort(Math.toIntExact(number("kept.port", options.port())))
                .withPolicy(System.getProperty("kept.policy", options.policy()))
                .withSeed(number("kept.seed", options.seed()));
    }

    private static long number(String property, long otherwise) {
        var text = System.getProperty(property);
        try {
            return text == null ? otherwise : Long.parseLong(text);
        } catch (NumberFormatException word) {
            throw new CannotStart("-D" + property + " takes a number.");
        }
    }
}
