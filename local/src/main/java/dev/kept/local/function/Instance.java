package dev.kept.local.function;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.util.SplittableRandom;
import java.util.UUID;

/** One running copy of a function; it answers one call at a time, as in Lambda. */
record Instance(int number, RequestStreamHandler handler, SplittableRandom ids) {
    String nextRequestId() {
        return new UUID(ids.nextLong(), ids.nextLong()).toString();
    }
}
