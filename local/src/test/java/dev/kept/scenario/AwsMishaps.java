package dev.kept.scenario;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.exception.RetryableException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;

/** Mishaps between functions and AWS: a call that never arrives, and one whose answer never does. */
final class AwsMishaps implements ExecutionInterceptor {
    private final Map<Predicate<SdkRequest>, Integer> lost = new ConcurrentHashMap<>();
    private final Map<Predicate<SdkRequest>, Integer> unanswered = new ConcurrentHashMap<>();

    /** The next calls of that kind, so many of them, never reach AWS. */
    void lose(Predicate<SdkRequest> which, int times) {
        lost.put(which, times);
    }

    /** The next call of that kind is carried out, its answer is lost, and the SDK calls again. */
    void loseAnswer(Predicate<SdkRequest> which) {
        unanswered.put(which, 1);
    }

    @Override
    public void beforeExecution(Context.BeforeExecution call, ExecutionAttributes attributes) {
        if (strikes(lost, call.request())) {
            throw SdkClientException.create("arranged by the scenario, and quoting as AWS may: " + call.request());
        }
    }

    @Override
    public void afterTransmission(Context.AfterTransmission call, ExecutionAttributes attributes) {
        if (strikes(unanswered, call.request())) {
            throw RetryableException.create("arranged by the scenario", null);
        }
    }

    private static boolean strikes(Map<Predicate<SdkRequest>, Integer> arranged, SdkRequest request) {
        for (var which : arranged.keySet()) {
            if (which.test(request)) {
                arranged.computeIfPresent(which, (key, left) -> left > 1 ? left - 1 : null);
                return true;
            }
        }
        return false;
    }
}
