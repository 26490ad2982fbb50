/** Kept's composition root; each capability is a package below. */
@NullMarked
package dev.kept;

import org.jspecify.annotations.NullMarked;
