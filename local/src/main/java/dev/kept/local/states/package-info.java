/** Runs the workflows on one machine: the JSONata dialect of the Amazon States Language, as far as Kept uses it. */
@NullMarked
package dev.kept.local.states;

import org.jspecify.annotations.NullMarked;
