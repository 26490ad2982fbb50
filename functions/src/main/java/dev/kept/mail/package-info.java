/** Mails: what they say, in the reader's language, and sending them. */
@NullMarked
package dev.kept.mail;

import org.jspecify.annotations.NullMarked;
