/**
 * Legal deadlines: from a receipt, what happened since, and the dated rules of law, two dates and the account of how they came about.
 *
 * <p>Everything here is a pure function of its arguments: nothing reads the time, the machine's zone or its language. Retention periods
 * can be counted with {@link dev.kept.clock.Span}; what is kept, for how long and why is not decided here.
 */
@NullMarked
package dev.kept.clock;

import org.jspecify.annotations.NullMarked;
