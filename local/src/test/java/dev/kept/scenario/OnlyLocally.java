package dev.kept.scenario;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** A scenario that a stack on LocalStack cannot show, with the reason; docs/localstack.md lists them. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(OnlyLocally.Condition.class)
@interface OnlyLocally {
    /** Hours or days have to pass, or time has to stand still between two steps. */
    String TIME = "time moves or stands still";
    /** LocalStack on a small machine is busy for minutes with so many workflows. */
    String MANY = "begins many workflows";
    /** What is looked at is no part of the contract. */
    String INSIDE = "looks behind the contract";

    /** LocalStack takes a form with files apart before the function sees it, and cannot where it is broken. */
    String BROKEN_FORM = "LocalStack reads the form itself";

    /** Every workflow, state and function that it comes through other scenarios come through on LocalStack. */
    String VARIATION = "differs from others within a function only";

    String value();

    /** Leaves it out when scenarios run on LocalStack. */
    final class Condition implements ExecutionCondition {
        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            var only = AnnotationSupport.findAnnotation(context.getElement(), OnlyLocally.class);
            return only.isPresent() && Town.isOnLocalStack()
                    ? ConditionEvaluationResult.disabled(
                            "not on LocalStack: " + only.get().value())
                    : ConditionEvaluationResult.enabled("runs here");
        }
    }
}
