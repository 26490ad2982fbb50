/** What staff see: the tasks, the board, the file of a request. */
@NullMarked
package dev.kept.console;

import org.jspecify.annotations.NullMarked;
