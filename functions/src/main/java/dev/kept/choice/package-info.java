/** What people choose about messages to them: so far, which addresses are not written to again. */
@NullMarked
package dev.kept.choice;

import org.jspecify.annotations.NullMarked;
