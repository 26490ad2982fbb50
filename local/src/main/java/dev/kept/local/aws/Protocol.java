package dev.kept.local.aws;

import java.util.Map;

/** One of the two ways in which the SDK's clients speak to the services that are served here. */
interface Protocol {
    String contentType();

    /** The operation that is asked for, as {@link AwsService#operations} names it. */
    String operation();

    Call call();

    byte[] answer(Map<String, Object> result);

    byte[] fault(AwsFault fault);
}
