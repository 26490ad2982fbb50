/** Restriction and objection: what is no longer done with a person's data, at once and until or unless it is decided otherwise. */
@NullMarked
package dev.kept.restriction;

import org.jspecify.annotations.NullMarked;
