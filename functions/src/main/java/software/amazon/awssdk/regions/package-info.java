/** Stands in for one class of the AWS SDK, which would cost each cold start more than the rest of a client. */
@NullMarked
package software.amazon.awssdk.regions;

import org.jspecify.annotations.NullMarked;
