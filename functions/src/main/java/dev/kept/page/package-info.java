/**
 * The public pages and the staff console: pure functions from what is shown to HTML, in French and English. Templates
 * stand in {@code web/} and are compiled at build time; every page works without JavaScript.
 */
@NullMarked
package dev.kept.page;

import org.jspecify.annotations.NullMarked;
