/** Those outside who were given data, and are told what has become of them (GDPR art. 19). */
@NullMarked
package dev.kept.recipient;

import org.jspecify.annotations.NullMarked;
