/** The pages of the privacy centre and of the console. */
@NullMarked
package dev.kept.page;

import org.jspecify.annotations.NullMarked;
