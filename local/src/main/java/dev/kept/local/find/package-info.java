/** Looks for a text in everything that the local run keeps: the check that erased means gone. */
@NullMarked
package dev.kept.local.find;

import org.jspecify.annotations.NullMarked;
