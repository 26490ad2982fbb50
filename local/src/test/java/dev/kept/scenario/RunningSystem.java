package dev.kept.scenario;

import dev.kept.local.SampleCompany;
import dev.kept.policy.Policy;
import java.net.URI;
import java.time.Instant;

/** A system that scenarios run on, as far as it differs from another: where it is, and how time passes there. */
interface RunningSystem {
    URI address();

    Policy policy();

    SampleCompany company();

    Instant now();

    /** Moves time, by nothing at all too; returns when everything that fell due has run. */
    void advance(String duration);

    /** Where the numbers of people begin, so that nobody of an earlier run on the same system is met again. */
    int firstPerson();
}
