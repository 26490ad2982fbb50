package dev.kept.fault;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Runs tests that there are, in this process, on another folder than the project's. */
final class Checks {
    private static final String ROOT = "kept.root";

    private final Launcher launcher = LauncherFactory.create(LauncherConfig.builder()
            .enableLauncherSessionListenerAutoRegistration(false)
            .enableTestExecutionListenerAutoRegistration(false)
            .build());
    private final Path folder;

    Checks(Path folder) {
        this.folder = folder;
    }

    /**
     * How the tests ended.
     *
     * @param passed how many of them did not fail
     * @param failures what each of the others said
     */
    record Ended(int passed, List<String> failures) {}

    /** Runs test methods, each by its class's full name, {@code #} and its own. */
    Ended run(Collection<String> methods) {
        var noted = new Noted();
        var before = System.getProperty(ROOT);
        System.setProperty(ROOT, folder.toString());
        try {
            launcher.execute(request(methods), noted);
        } finally {
            if (before == null) {
                System.clearProperty(ROOT);
            } else {
                System.setProperty(ROOT, before);
            }
        }
        return new Ended(noted.passed, List.copyOf(noted.failures));
    }

    private static LauncherDiscoveryRequest request(Collection<String> methods) {
        return LauncherDiscoveryRequestBuilder.request()
                .selectors(methods.stream()
                        .<DiscoverySelector>map(DiscoverySelectors::selectMethod)
                        .toList())
                .filters(EngineFilter.includeEngines("junit-jupiter"))
                .build();
    }

    private static final class Noted implements TestExecutionListener {
        private final List<String> failures = new ArrayList<>();
        private int passed;

        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            if (result.getStatus() != TestExecutionResult.Status.SUCCESSFUL) {
                failures.add(test.getDisplayName() + ": "
                        + result.getThrowable().map(Throwable::toString).orElse("nothing"));
            } else if (test.isTest()) {
                passed++;
            }
        }
    }
}
