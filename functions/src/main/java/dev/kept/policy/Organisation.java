package dev.kept.policy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who makes the promises, and where to write to about them. */
public record Organisation(
        String name,
        @Nullable String address,
        @Nullable String phone,
        String website,
        String policyPage,
        String contact,
        List<String> promises) {}
