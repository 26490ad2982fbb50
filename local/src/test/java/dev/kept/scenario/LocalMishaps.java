package dev.kept.scenario;

import dev.kept.local.states.FunctionCall;
import dev.kept.local.states.FunctionFailed;
import dev.kept.local.states.Interference;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.exception.RetryableException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;

/** Mishaps of a local run, which hands it each step before it is done and each call to AWS. */
final class LocalMishaps implements Mishaps, Interference, ExecutionInterceptor {
    private final List<Failure> failures = new CopyOnWriteArrayList<>();
    private final List<Strike> refusals = new CopyOnWriteArrayList<>();
    private final List<Strike> lostAnswers = new CopyOnWriteArrayList<>();
    private final List<Strike> deaths = new CopyOnWriteArrayList<>();

    private record Failure(String requestId, String state, String error, AtomicInteger left) {
        String told() {
            return left + " times more: " + state + " fails with " + error;
        }
    }

    private record Strike(String operation, List<String> about, AtomicInteger left) {
        boolean hits(SdkRequest request, ExecutionAttributes attributes) {
            return left.get() > 0
                    && operation.equals(attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME))
                    && about.stream().allMatch(request.toString()::contains)
                    && left.getAndDecrement() > 0;
        }

        String told() {
            return left + " times more: " + operation + " about " + about;
        }
    }

    @Override
    public void fail(String requestId, String state, int times, String errorType) {
        failures.add(new Failure(requestId, state, errorType, new AtomicInteger(times)));
    }

    @Override
    public void refuse(String operation, int times, String... about) {
        refusals.add(new Strike(operation, List.of(about), new AtomicInteger(times)));
    }

    @Override
    public void loseAnswer(String operation, String... about) {
        lostAnswers.add(new Strike(operation, List.of(about), new AtomicInteger(1)));
    }

    @Override
    public void dieAfter(String operation, String... about) {
        deaths.add(new Strike(operation, List.of(about), new AtomicInteger(1)));
    }

    @Override
    public List<String> unmet() {
        var left = Stream.concat(
                        failures.stream()
                                .filter(failure -> failure.left().get() > 0)
                                .map(Failure::told),
                        Stream.of(refusals, lostAnswers, deaths)
                                .flatMap(List::stream)
                                .filter(strike -> strike.left().get() > 0)
                                .map(Strike::told))
                .toList();
        failures.clear();
        Stream.of(refusals, lostAnswers, deaths).forEach(List::clear);
        return left;
    }

    @Override
    public int before(FunctionCall call) throws FunctionFailed {
        for (var failure : failures) {
            if (call.executionArn().endsWith(":" + failure.requestId())
                    && call.state().equals(failure.state())
                    && failure.left().getAndDecrement() > 0) {
                throw new FunctionFailed(failure.error(), "arranged by the scenario");
            }
        }
        return 1;
    }

    @Override
    public void beforeExecution(Context.BeforeExecution call, ExecutionAttributes attributes) {
        if (strikes(refusals, call.request(), attributes)) {
            throw SdkClientException.create("arranged by the scenario, and quoting as AWS may: " + call.request());
        }
    }

    @Override
    public void afterTransmission(Context.AfterTransmission call, ExecutionAttributes attributes) {
        if (strikes(lostAnswers, call.request(), attributes)) {
            throw RetryableException.create("arranged by the scenario", null);
        }
    }

    @Override
    public void afterExecution(Context.AfterExecution call, ExecutionAttributes attributes) {
        if (strikes(deaths, call.request(), attributes)) {
            throw new IllegalStateException("dead, as arranged by the scenario");
        }
    }

    private static boolean strikes(List<Strike> arranged, SdkRequest request, ExecutionAttributes attributes) {
        return arranged.stream().anyMatch(strike -> strike.hits(request, attributes));
    }
}
