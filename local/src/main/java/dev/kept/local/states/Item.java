package dev.kept.local.states;

import org.jspecify.annotations.Nullable;

/** The item of a Map that an iteration is for. */
record Item(int index, @Nullable Object value) {}
