package dev.kept.scenario;

import dev.kept.local.states.FunctionCall;
import dev.kept.local.states.FunctionFailed;
import dev.kept.local.states.Interference;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;
import software.amazon.awssdk.services.ses.model.SesException;

/** Mishaps that scenarios arrange: a step's function fails so many times, or a function dies after a call to AWS. */
final class Mishaps implements Interference, ExecutionInterceptor {
    private final Map<String, AtomicInteger> failures = new ConcurrentHashMap<>();
    private final AtomicReference<@Nullable LastCall> lastCall = new AtomicReference<>();
    private final AtomicReference<@Nullable String> refused = new AtomicReference<>();
    private volatile String error = "";

    /** The call after which a function dies. */
    private record LastCall(String operation, String about) {}

    /** The next calls of that state for that request fail with this error before they are made. */
    void fail(String requestId, String state, int times, String errorType) {
        error = errorType;
        failures.put(requestId + " " + state, new AtomicInteger(times));
    }

    /** Whoever makes the next such call dies once it is carried out; {@code about} stands in the call, such as a table. */
    void dieAfter(String operation, String about) {
        lastCall.set(new LastCall(operation, about));
    }

    /** The next such call to AWS is refused by it. */
    void refuse(String operation) {
        refused.set(operation);
    }

    @Override
    public void beforeExecution(Context.BeforeExecution execution, ExecutionAttributes attributes) {
        var operation = String.valueOf(attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME));
        if (operation.equals(refused.get()) && refused.getAndSet(null) != null) {
            throw SesException.builder().message("refused, as arranged").build();
        }
    }

    @Override
    public int before(FunctionCall call) throws FunctionFailed {
        var execution = call.executionArn();
        var left = failures.get(execution.substring(execution.lastIndexOf(':') + 1) + " " + call.state());
        if (left != null && left.getAndDecrement() > 0) {
            throw new FunctionFailed(error, "arranged by the scenario");
        }
        return 1;
    }

    @Override
    public void afterExecution(Context.AfterExecution execution, ExecutionAttributes attributes) {
        var arranged = lastCall.get();
        if (arranged != null
                && arranged.operation().equals(attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME))
                && execution.request().toString().contains(arranged.about())
                && lastCall.compareAndSet(arranged, null)) {
            throw new IllegalStateException("dead, as arranged by the scenario");
        }
    }
}
