/** What people choose about messages to them: so far, which addresses are not written to, and how that ends. */
@NullMarked
package dev.kept.choice;

import org.jspecify.annotations.NullMarked;
