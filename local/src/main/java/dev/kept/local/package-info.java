/** The whole system on one machine: the same template, the same handlers, on one clock that can be moved. */
@NullMarked
package dev.kept.local;

import org.jspecify.annotations.NullMarked;
