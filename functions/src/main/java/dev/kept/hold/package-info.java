/** Legal holds: what may not go, by whose authority, and until when that is looked at again. */
@NullMarked
package dev.kept.hold;

import org.jspecify.annotations.NullMarked;
