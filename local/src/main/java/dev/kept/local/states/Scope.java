package dev.kept.local.states;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an expression can see: the reserved {@code $states}, the variables, and the functions that Step Functions adds. */
record Scope(Map<String, @Nullable Object> states, Map<String, @Nullable Object> variables, Builtins builtins) {}
