/** Time and chance of the local run: one clock that can be moved, one queue of what is to happen, one seed. */
@NullMarked
package dev.kept.local.time;

import org.jspecify.annotations.NullMarked;
