/** Deletion requests: what goes and what stays, approved by two people, carried out in every system and shown to be done. */
@NullMarked
package dev.kept.erasure;

import org.jspecify.annotations.NullMarked;
