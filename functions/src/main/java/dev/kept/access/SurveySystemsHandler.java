package dev.kept.access;

import dev.kept.Wiring;
import dev.kept.step.Step;
import dev.kept.step.StepFunction;
import java.util.Map;

/** Counts what each connected system holds about the person and writes down the plan that staff decide on. */
public final class SurveySystemsHandler implements StepFunction {
    private final SurveySystems survey;

    /** What Lambda calls. */
    public SurveySystemsHandler() {
        this(Wiring.fromEnvironment());
    }

    public SurveySystemsHandler(Wiring wiring) {
        survey = wiring.surveySystems();
    }

    @Override
    public Map<String, Object> run(Step step) {
        var surveyed = survey.survey(step.requestId());
        var round = Math.max(1, step.number("round"));
        return Map.of("systems", surveyed.systems(), "wakeIn", surveyed.wakeIn(), "round", round);
    }
}
