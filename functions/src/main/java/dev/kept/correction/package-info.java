/** Correction requests: values proposed field by field, decided, written in every system, and kept right. */
@NullMarked
package dev.kept.correction;

import org.jspecify.annotations.NullMarked;
