package dev.kept.access;

import dev.kept.Wiring;
import dev.kept.step.Step;
import dev.kept.step.StepFunction;
import java.util.Map;

/** Makes the package of what was gathered. */
public final class PackageAnswerHandler implements StepFunction {
    private final PackageAnswer pack;

    /** What Lambda calls. */
    public PackageAnswerHandler() {
        this(Wiring.fromEnvironment());
    }

    public PackageAnswerHandler(Wiring wiring) {
        pack = wiring.packageAnswer();
    }

    @Override
    public Map<String, Object> run(Step step) {
        return Map.of("files", pack.pack(step.requestId()));
    }
}
