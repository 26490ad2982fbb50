package dev.kept.http;

import java.util.List;
import java.util.Map;

/**
 * What an authorizer finds about a caller.
 *
 * @param principal the caller's id
 * @param allowed whether the caller may go on
 * @param claims what the functions behind learn about the caller
 */
public record Verdict(String principal, boolean allowed, Map<String, String> claims) {
    public Verdict {
        claims = Map.copyOf(claims);
    }

    /** The answer that API Gateway expects: good for every call of the stage, since each function asks for the role. */
    Map<String, Object> policy(String methodArn) {
        var parts = methodArn.split("/", 3);
        var stage = parts.length < 2 ? methodArn : parts[0] + "/" + parts[1] + "/*";
        var statement = Map.of("Action", "execute-api:Invoke", "Effect", allowed ? "Allow" : "Deny", "Resource", stage);
        return Map.of(
                "principalId", principal,
                "policyDocument", Map.of("Version", "2012-10-17", "Statement", List.of(statement)),
                "context", claims);
    }

    @Override
    public String toString() {
        return "Verdict[" + (allowed ? "allowed" : "denied") + "]";
    }
}
