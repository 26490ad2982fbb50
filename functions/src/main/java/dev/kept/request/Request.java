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
 * @param resumed when it goes on after a failure, the latest time
 * @param failure the name of the error for which it has failed; empty while it has not
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
        Optional<Instant> mailAfter,
        Optional<Resumed> resumed,
        Optional<String> failure) {

    /** How often it was resumed. */
    public int times() {
        return resumed.map(Resumed::times).orElse(0);
    }

    /** The name of what is done once for a request, and once more each time that it is resumed. */
    public String again(String what) {
        return resumed.map(run -> what + "-" + run.times()).orElse(what);
    }

    /** From when on it is waited for somebody: since it came, or since it was resumed. */
    public Instant since() {
        return resumed.map(Resumed::at).orElse(received);
    }
}
