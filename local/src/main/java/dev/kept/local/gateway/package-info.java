/** The API in front of the functions: routes, authorizer and the gateway's own answers, as the template has them. */
@NullMarked
package dev.kept.local.gateway;

import org.jspecify.annotations.NullMarked;
