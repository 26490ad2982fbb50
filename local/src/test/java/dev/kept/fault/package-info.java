/** Faults put into the template and the workflows on purpose: each has to be caught by a check that there is. */
@NullMarked
package dev.kept.fault;

import org.jspecify.annotations.NullMarked;
