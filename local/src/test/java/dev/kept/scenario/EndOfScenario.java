package dev.kept.scenario;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;

/** Ends what a scenario has begun in its town, and fails it when a mishap that it arranged was never met. */
public final class EndOfScenario implements AfterEachCallback {
    @Override
    public void afterEach(ExtensionContext context) throws Exception {
        var unmet = new ArrayList<String>();
        for (var scenario : context.getRequiredTestInstances().getAllInstances()) {
            for (var town : towns(scenario)) {
                unmet.addAll(town.end());
            }
        }
        if (context.getExecutionException().isEmpty() && !unmet.isEmpty()) {
            throw new AssertionError("mishaps that were arranged and never met: " + unmet);
        }
    }

    private static List<Town> towns(Object scenario) throws Exception {
        var towns = new ArrayList<Town>();
        for (var field : fields(scenario.getClass())) {
            if (ReflectionSupport.tryToReadFieldValue(field, scenario).get() instanceof Town town) {
                towns.add(town);
            }
        }
        return towns;
    }

    private static List<Field> fields(Class<?> scenario) {
        return ReflectionSupport.findFields(
                scenario, field -> field.getType() == Town.class, HierarchyTraversalMode.TOP_DOWN);
    }
}
