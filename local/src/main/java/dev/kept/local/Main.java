package dev.kept.local;

import java.util.concurrent.CountDownLatch;

/** Starts the whole system on this machine, for people: {@code ./mvnw -Prun}. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) throws InterruptedException {
        try {
            var kept = Kept.start(options());
            Runtime.getRuntime().addShutdownHook(new Thread(kept::close, "closing"));
            announce(kept);
        } catch (CannotStart refused) {
            System.err.println(refused.getMessage());
            // halts Maven's own process, too, without its pages about a failed build
            System.exit(1);
        }
        new CountDownLatch(1).await();
    }

    private static void announce(Kept kept) {
        var address = kept.address();
        System.out.println("Kept is running at " + address);
        System.out.println("  privacy centre  " + address + "/");
        System.out.println("  console         " + address + "/staff");
        System.out.println("  mailbox         " + address + "/_local/mailbox");
        System.out.println("  this run        " + address + "/_local/  (moves the clock, looks for a text)");
        System.out.println("Policy " + kept.policy().id() + "; Ctrl-C ends it and leaves nothing behind.");
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
