package dev.kept.erasure;

import dev.kept.Wiring;
import dev.kept.step.Step;
import dev.kept.step.StepFunction;
import java.util.Map;

/** Carries an erasure on for what a hold had kept back. */
public final class ResumeErasureHandler implements StepFunction {
    private final ResumeErasure resume;

    /** What Lambda calls. */
    public ResumeErasureHandler() {
        this(Wiring.fromEnvironment());
    }

    public ResumeErasureHandler(Wiring wiring) {
        resume = wiring.resumeErasure();
    }

    @Override
    public Map<String, Object> run(Step step) {
        var resumed = resume.resume(step.requestId(), step.text("released"));
        return Map.of("systems", resumed.systems(), "round", resumed.round());
    }
}
