/** JSON as trees, for every package that reads or writes some; knows nothing of Kept. */
@NullMarked
package dev.kept.json;

import org.jspecify.annotations.NullMarked;
