/** How a function is called over HTTP and how it answers: calls, replies, problems, input. Depends on nothing of ours. */
@NullMarked
package dev.kept.http;

import org.jspecify.annotations.NullMarked;
