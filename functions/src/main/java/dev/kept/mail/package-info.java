/** Mails in French and English: what each says, written once and set as text and as HTML, and sending it with SES. */
@NullMarked
package dev.kept.mail;

import org.jspecify.annotations.NullMarked;
