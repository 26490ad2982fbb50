/** The OpenID Connect provider of the local run: it knows four sample people and asks for no password. */
@NullMarked
package dev.kept.local.identity;

import org.jspecify.annotations.NullMarked;
