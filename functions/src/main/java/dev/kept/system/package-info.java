/** The connected systems that hold records about people, and one way to look into each of them. */
@NullMarked
package dev.kept.system;

import org.jspecify.annotations.NullMarked;
