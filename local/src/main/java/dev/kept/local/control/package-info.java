/** The calls under {@code /_local}, by which a run is looked into and its clock is moved. */
@NullMarked
package dev.kept.local.control;

import org.jspecify.annotations.NullMarked;
