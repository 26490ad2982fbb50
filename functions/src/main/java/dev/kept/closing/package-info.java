/** Accounts that end: cancelled, frozen, handed over, purged by the promised day, or taken up again before that. */
@NullMarked
package dev.kept.closing;

import org.jspecify.annotations.NullMarked;
