package dev.kept.scenario;

import dev.kept.local.Kept;
import dev.kept.local.SampleCompany;
import dev.kept.policy.Policy;
import java.net.URI;
import java.time.Instant;
import java.util.Map;

/** The local run, in this process: its clock is moved as anybody can move it. */
final class LocalRun implements RunningSystem {
    private final Kept kept;
    private final Client client;

    LocalRun(Kept kept) {
        this.kept = kept;
        client = new Client(kept.address());
    }

    Kept kept() {
        return kept;
    }

    @Override
    public URI address() {
        return kept.address();
    }

    @Override
    public Policy policy() {
        return kept.policy();
    }

    @Override
    public SampleCompany company() {
        return kept.company();
    }

    @Override
    public Instant now() {
        return Instant.parse(client.get("/_local/clock").text("now"));
    }

    @Override
    public void advance(String duration) {
        var answered = client.post("/_local/clock", Map.of("advance", duration));
        if (answered.status() != 200) {
            throw new IllegalStateException(answered.toString());
        }
    }

    @Override
    public int firstPerson() {
        return 0;
    }
}
