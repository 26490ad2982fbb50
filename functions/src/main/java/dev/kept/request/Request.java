package dev.kept.request;

import dev.kept.clock.ClockEvent;
import dev.kept.policy.RequestKind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a person has asked for, without anything that the person typed: that is sealed beside it.
 *
 * @param id 128 random bits
 * @param kind the right that is exercised
 * @param state where it stands
 * @param received when its form came in, which is when the clock started
 * @param language the language of the request and of its answer
 * @param policy the policy in force at receipt, as {@code id/version}
 * @param due its deadline as of the events
 * @param events what has moved its clock, in order
 * @param personId whose it is, once that was looked up and found
 * @param mailAfter until when no mail goes out, because too many requests came at once
 */
public record Request(
        String id,
        RequestKind kind,
        RequestState state,
        Instant received,
        String language,
        String policy,
        RequestDue due,
        List<ClockEvent> events,
        Optional<String> personId,
        Optional<Instant> mailAfter) {}
