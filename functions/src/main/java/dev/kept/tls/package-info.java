/** Which servers a function believes to be AWS. */
@NullMarked
package dev.kept.tls;

import org.jspecify.annotations.NullMarked;
