/** What became of a request in each system, and the receipt of it. */
@NullMarked
package dev.kept.outcome;

import org.jspecify.annotations.NullMarked;
