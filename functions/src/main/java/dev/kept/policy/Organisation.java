package dev.kept.policy;

import java.util.List;

/** Who makes the promises, and where to write to about them. */
public record Organisation(
        String name,
        String address,
        String country,
        String website,
        String policyPage,
        String contact,
        List<String> promises) {}
