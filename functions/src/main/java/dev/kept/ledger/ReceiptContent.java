package dev.kept.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a receipt states about an answered request: ids, codes, counts, hashes and times (GDPR 5(2); California
 * regulations 7101(b)).
 *
 * @param requestId the request
 * @param kind such as {@code deletion}
 * @param policyId the policy that was in force
 * @param policyVersion its version
 * @param times when it came, was answered and was due
 * @param systems a line for each system that was asked
 * @param packageHash the SHA-256 of the answer's package, where one was given
 * @param deciders who decided, as roles or {@link #decider references}
 */
public record ReceiptContent(
        String requestId,
        String kind,
        String policyId,
        String policyVersion,
        Times times,
        List<SystemOutcome> systems,
        Optional<String> packageHash,
        List<String> deciders) {
    public ReceiptContent {
        Codes.require(requestId, "requestId");
        Codes.require(kind, "kind");
        Codes.require(policyId, "policyId");
        Codes.require(policyVersion, "policyVersion");
        packageHash.ifPresent(hash -> Codes.require(hash, "packageHash"));
        systems = List.copyOf(systems);
        deciders = List.copyOf(deciders);
        deciders.forEach(decider -> Codes.require(decider, "deciders"));
    }

    /**
     * Stands for a staff member whom the public need not be able to name: the organisation, which knows its staff, can
     * tell who it is.
     */
    public static String decider(String role, String staffSubject) {
        return role + ":" + Hash.of(staffSubject).substring(0, 16);
    }

    void writeTo(Map<String, Object> statement) {
        statement.put("request", Map.of("id", requestId, "kind", kind));
        statement.put("policy", Map.of("id", policyId, "version", policyVersion));
        statement.put("received", times.received().toString());
        statement.put("answered", times.answered().toString());
        statement.put("strictDue", times.strictDue().toString());
        statement.put("outerDue", times.outerDue().toString());
        statement.put("systems", systems.stream().map(SystemOutcome::tree).toList());
        packageHash.ifPresent(hash -> statement.put("package", hash));
        statement.put("deciders", deciders);
    }

    /**
     * When it came, was answered and was due; due instants are exclusive.
     *
     * @param received when the clock started
     * @param answered when the answer was delivered
     * @param strictDue before when the policy and the strict reading of the law want the answer
     * @param outerDue before when the law's last reading wants it
     */
    public record Times(Instant received, Instant answered, Instant strictDue, Instant outerDue) {}
}
