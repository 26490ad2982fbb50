/** Access requests: what is looked for, gathered, packaged and delivered, and the receipt for it. */
@NullMarked
package dev.kept.access;

import org.jspecify.annotations.NullMarked;
