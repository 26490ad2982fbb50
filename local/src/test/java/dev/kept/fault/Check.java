package dev.kept.fault;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What catches a fault: test methods, all of which fail.
 *
 * @param shown how docs/localstack.md names it
 */
record Check(List<String> methods, String shown) {
    private static final String BY_NAME = "dev.kept.scenario.LeastPrivilegeTest#nothingIsDoneThatIsNotAllowed";

    /** A test of the files alone, which is one of the functions' module. */
    static Check test(String method) {
        return of("dev.kept." + method);
    }

    /** A right is missed when it is needed; the scenario fails, and what looks back on it says for want of what. */
    static Check scenario(String method) {
        return of("dev.kept.scenario." + method, BY_NAME);
    }

    /** The local run does not even read it, and says why: whatever test reads the template does for that. */
    static Check reading() {
        return new Check(
                List.of("dev.kept.local.gateway.OwnAnswersTest#aBrowserIsShownTheWayIn"),
                "the local run, which refuses to read it");
    }

    /** The local run does not start, and says why: any scenario does for that. */
    static Check start() {
        return new Check(
                List.of("dev.kept.scenario.PublicPagesTest#everyPublicPageIsThere"),
                "the local run, which refuses to start");
    }

    private static Check of(String... methods) {
        return new Check(
                List.of(methods),
                Arrays.stream(methods)
                        .map(method -> method.substring(method.lastIndexOf('.') + 1))
                        .map(method -> "`" + method.replace('#', '.') + "`")
                        .collect(Collectors.joining(", ")));
    }
}
