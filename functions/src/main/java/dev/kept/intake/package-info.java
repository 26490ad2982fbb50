/** The forms: what people fill in becomes records that know why they are held and until when. */
@NullMarked
package dev.kept.intake;

import org.jspecify.annotations.NullMarked;
