package dev.kept.scenario;

import dev.kept.local.SampleCompany;
import dev.kept.policy.Policy;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import software.amazon.awssdk.services.s3.S3Client;

/** A system that scenarios run on, as far as it differs from another: where it is, and how time passes there. */
interface RunningSystem {
    URI address();

    /** The same system as one scenario more sees it. What others left waiting is ended, or it would look again for ever. */
    RunningSystem nextScenario();

    /** The scenario has made that request. */
    void asked(String requestId);

    /** The scenario is over. */
    void end();

    Policy policy();

    SampleCompany company();

    Mishaps mishaps();

    /** Its buckets, as whoever may do everything reaches them. */
    S3Client objects();

    /** The name of the bucket in which answers lie. */
    String answersBucket();

    Instant now();

    /** Moves time, by nothing at all too; returns when everything that fell due has run. */
    void advance(Duration duration);

    /** Lets workflows that wait look again at what they wait for, once at least. */
    void letThemLookAgain();

    /** Has the schedule of that function fire as it will after so long. */
    void fire(String function, Duration later);

    /** The execution that deals with that request, as it went so far. */
    Passage passage(String requestId);

    /** Where the numbers of people begin, so that nobody of an earlier run on the same system is met again. */
    int firstPerson();
}
