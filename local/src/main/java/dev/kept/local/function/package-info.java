/** Runs the real handlers on one machine, each with what the template gives and allows its function, and no more. */
@NullMarked
package dev.kept.local.function;

import org.jspecify.annotations.NullMarked;
