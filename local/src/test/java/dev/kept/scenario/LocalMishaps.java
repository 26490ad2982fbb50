package dev.kept.scenario;

import dev.kept.local.function.ProcessDied;
import dev.kept.local.states.FunctionCall;
import dev.kept.local.states.FunctionFailed;
import dev.kept.local.states.Interference;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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

    /** What changes something outside the function that calls it. */
    private static final Set<String> WRITES = Set.of(
            "PutItem",
            "UpdateItem",
            "DeleteItem",
            "BatchWriteItem",
            "TransactWriteItems",
            "PutObject",
            "DeleteObject",
            "DeleteObjects",
            "CompleteMultipartUpload",
            "SendEmail",
            "StartExecution",
            "SendTaskSuccess");

    /** How many writes are left until a function dies; below zero when none is to. */
    private final AtomicInteger writesLeft = new AtomicInteger(-1);
    /** What AWS writes into its own logs of a call: expressions, and the names of objects. */
    private final Set<String> loggedElsewhere = ConcurrentHashMap.newKeySet();
    /** Whose workflow does everything twice. */
    private final Set<String> twice = ConcurrentHashMap.newKeySet();

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

    /** Whichever function makes the so many-th write from now on, counted from 1, dies once it is carried out. */
    void dieAfterWrite(int number) {
        writesLeft.set(number);
    }

    /** Whether it has come to that; if not, none dies of it any more. */
    boolean hasDied() {
        return writesLeft.getAndSet(-1) <= 0;
    }

    /** Every step of that request's workflow happens twice. */
    void doTwice(String requestId) {
        twice.add(requestId);
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
        if (twice.stream().anyMatch(request -> call.executionArn().endsWith(":" + request))) {
            return 2;
        }
        return 1;
    }

    @Override
    public void beforeExecution(Context.BeforeExecution call, ExecutionAttributes attributes) {
        if (strikes(refusals, call.request(), attributes)) {
            throw SdkClientException.create("arranged by the scenario, and quoting as AWS may: " + call.request());
        }
    }

    /** The expressions and names of objects of every call so far that have this text in them. */
    List<String> loggedElsewhere(String text) {
        return loggedElsewhere.stream().filter(logged -> logged.contains(text)).toList();
    }

    private void note(SdkRequest request) {
        for (var field : request.sdkFields()) {
            var name = field.memberName();
            if (name.endsWith("Expression") || name.equals("Key") || name.equals("Prefix") || name.equals("Bucket")) {
                var value = field.getValueOrDefault(request);
                if (value instanceof String text) {
                    loggedElsewhere.add(text);
                }
            }
        }
    }

    @Override
    public void afterTransmission(Context.AfterTransmission call, ExecutionAttributes attributes) {
        // what the service itself refuses may come again, and is met then
        if (call.httpResponse().isSuccessful() && strikes(lostAnswers, call.request(), attributes)) {
            throw RetryableException.create("arranged by the scenario", null);
        }
    }

    @Override
    public void afterExecution(Context.AfterExecution call, ExecutionAttributes attributes) {
        note(call.request());
        if (WRITES.contains(attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME))
                && writesLeft.get() > 0
                && writesLeft.decrementAndGet() == 0) {
            throw new ProcessDied();
        }
        if (strikes(deaths, call.request(), attributes)) {
            throw new ProcessDied();
        }
    }

    private static boolean strikes(List<Strike> arranged, SdkRequest request, ExecutionAttributes attributes) {
        return arranged.stream().anyMatch(strike -> strike.hits(request, attributes));
    }
}
