/** What people and staff do, start to end, through the HTTP contract alone; time and the mailbox are the only seams. */
package dev.kept.scenario;
