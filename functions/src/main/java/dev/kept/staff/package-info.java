/** Privacy staff: who is signed in, with which role. */
@NullMarked
package dev.kept.staff;

import org.jspecify.annotations.NullMarked;
