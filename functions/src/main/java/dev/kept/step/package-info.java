/** How a workflow or a schedule calls a function: ids, counts and enum words in, the same out. */
@NullMarked
package dev.kept.step;

import org.jspecify.annotations.NullMarked;
