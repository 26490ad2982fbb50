/** What is due when, and what has to be erased again after a restore. */
@NullMarked
package dev.kept.retention;

import org.jspecify.annotations.NullMarked;
