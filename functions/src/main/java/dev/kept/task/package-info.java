/** Human steps: opened by a workflow, decided by staff, reminded of and escalated until they are. */
@NullMarked
package dev.kept.task;

import org.jspecify.annotations.NullMarked;
