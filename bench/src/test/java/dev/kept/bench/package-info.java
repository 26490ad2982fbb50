/** Measures what the README promises, always against something else in the same run: other machines have other times. */
@NullMarked
package dev.kept.bench;

import org.jspecify.annotations.NullMarked;
