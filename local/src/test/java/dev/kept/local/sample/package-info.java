/** The functions of the sample template, which do a little of everything that real ones do. */
@NullMarked
package dev.kept.local.sample;

import org.jspecify.annotations.NullMarked;
