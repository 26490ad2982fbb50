package dev.kept.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** No scenario passes that arranges a mishap and never meets it. */
class EndOfScenarioTest {
    private static final List<String> KINDS = List.of("Package Answer", "Nothing1", "Nothing2", "Nothing3");

    static class Careless {
        private final Town town = Town.running();

        @Test
        void arrangesAndMeetsNothing() {
            town.mishaps().fail("nobodys", KINDS.get(0), 1, "java.lang.Error");
            town.mishaps().refuse(KINDS.get(1), 2);
            town.mishaps().loseAnswer(KINDS.get(2));
            town.mishaps().dieAfter(KINDS.get(3));
        }

        @Test
        void arrangesNothing() {
            assertEquals(List.of(), town.mishaps().unmet(), "nothing of another scenario is left");
        }
    }

    @Test
    void everyMishapHasToBeMet() {
        var failures = run(Careless.class);

        assertEquals(1, failures.size(), failures.toString());
        for (var kind : KINDS) {
            assertTrue(failures.get(0).replace(" ", "").contains(kind.replace(" ", "")), failures.toString());
        }
    }

    private static List<String> run(Class<?> scenarios) {
        var failures = new ArrayList<String>();
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(DiscoverySelectors.selectClass(scenarios))
                                .build(),
                        new TestExecutionListener() {
                            @Override
                            public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                                result.getThrowable().ifPresent(failed -> failures.add(failed.toString()));
                            }
                        });
        return failures;
    }
}
