/** The privacy policy as data: what an organisation promised, read once and checked, for every other package to act on. */
@NullMarked
package dev.kept.policy;

import org.jspecify.annotations.NullMarked;
