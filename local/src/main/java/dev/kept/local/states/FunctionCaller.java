package dev.kept.local.states;

import org.jspecify.annotations.Nullable;

/** How a workflow reaches a function; the call is made on the agenda's thread and returns with the answer. */
@FunctionalInterface
public interface FunctionCaller {
    /** Payload and answer are JSON as plain maps, lists, strings, numbers, booleans and null. */
    @Nullable
    Object call(String functionArn, @Nullable Object payload) throws FunctionFailed;
}
