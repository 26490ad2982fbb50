package dev.kept.local.function;

import dev.kept.local.template.Template;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Predicate;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;

/** Counts what the functions did in AWS, so that tests can hold the number of calls and bills can be foreseen. */
public final class CallLog {
    private final Map<Entry, LongAdder> counts = new ConcurrentHashMap<>();

    /**
     * What is counted together.
     *
     * @param function the logical id
     * @param action such as {@code dynamodb:PutItem}
     * @param resource the ARN, of objects that of their bucket
     */
    public record Entry(String function, String action, String resource) implements Comparable<Entry> {
        @Override
        public int compareTo(Entry other) {
            return (function + action + resource).compareTo(other.function + other.action + other.resource);
        }
    }

    void add(String function, AwsCall call) {
        // keys of objects would make the log grow with use
        var resource =
                call.resource().startsWith("arn:aws:s3:::") ? call.resource().replaceFirst("/.*", "") : call.resource();
        counts.computeIfAbsent(new Entry(function, call.action(), resource), entry -> new LongAdder())
                .increment();
    }

    /** Counts the calls of a client that is no function's, under another name. */
    public ExecutionInterceptor counting(String who, Template template) {
        var calls = new AwsCalls(template);
        return new ExecutionInterceptor() {
            @Override
            public void beforeExecution(Context.BeforeExecution execution, ExecutionAttributes attributes) {
                var operation = attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME);
                calls.of(operation, execution.request()).forEach(call -> add(who, call));
            }
        };
    }

    public Map<Entry, Long> counts() {
        var copy = new TreeMap<Entry, Long>();
        counts.forEach((entry, count) -> copy.put(entry, count.sum()));
        return copy;
    }

    /** How often a function did something, on whatever. */
    public long count(String function, String action) {
        return counts().entrySet().stream()
                .filter(entry -> entry.getKey().function().equals(function)
                        && entry.getKey().action().equals(action))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** How often anything was done on the resources that are asked for. */
    public long count(Predicate<String> resource) {
        return counts.entrySet().stream()
                .filter(entry -> resource.test(entry.getKey().resource()))
                .mapToLong(entry -> entry.getValue().sum())
                .sum();
    }

    public void clear() {
        counts.clear();
    }
}
