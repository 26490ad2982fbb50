/** Evidence that a person adds to a request: taken in, sealed, shown to who decides, and gone when the request is closed. */
@NullMarked
package dev.kept.exhibit;

import org.jspecify.annotations.NullMarked;
