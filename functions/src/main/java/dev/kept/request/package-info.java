/** A request's life: submitted, confirmed, followed, withdrawn, extended, closed. */
@NullMarked
package dev.kept.request;

import org.jspecify.annotations.NullMarked;
