package dev.kept.policy;

import java.util.List;

/**
 * A reason for which the policy allows data to be given to an outsider; no other will do.
 *
 * @param consentNeeded whether the person must have agreed before
 */
public record DisclosureGround(String code, Text text, boolean consentNeeded, List<String> promises) {}
