package dev.kept.local.aws;

import java.util.Map;

/** One operation of an AWS service: from what was sent to the tree that is answered, or an {@link AwsFault}. */
@FunctionalInterface
public interface Operation {
    Map<String, Object> answer(Call call);
}
