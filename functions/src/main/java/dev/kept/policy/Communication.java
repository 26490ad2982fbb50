package dev.kept.policy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A class of messages to people, and how a person stops it.
 *
 * @param promotional whether it advertises: such a class can always be refused on its own (GDPR art. 21(3))
 * @param consent the consent that it waits for, where it waits for one
 */
public record Communication(
        String name,
        Text title,
        boolean promotional,
        @Nullable String consent,
        List<Channel> channels,
        Text optOut,
        List<String> promises) {}
