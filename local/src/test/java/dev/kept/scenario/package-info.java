/** What people and staff do, start to end, through the HTTP contract alone; time and the mailbox are the only seams. */
@NullMarked
package dev.kept.scenario;

import org.jspecify.annotations.NullMarked;
