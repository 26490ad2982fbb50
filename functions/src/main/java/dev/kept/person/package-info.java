/** People: how they are found, the records held about them, and the keys under which those are sealed. */
@NullMarked
package dev.kept.person;

import org.jspecify.annotations.NullMarked;
