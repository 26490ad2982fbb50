package dev.kept.local.states;

import dev.kept.local.time.Agenda;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an expression can see: the reserved {@code $states}, the variables, and the agenda's time and chance. */
record Scope(Map<String, @Nullable Object> states, Map<String, @Nullable Object> variables, Agenda agenda) {}
