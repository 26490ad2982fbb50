/** How a deployed function logs: Log4j2, set up in code, since reading and assembling a configuration costs cold start. */
@NullMarked
package dev.kept.log;

import org.jspecify.annotations.NullMarked;
