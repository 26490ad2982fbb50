package dev.kept.policy;

import java.util.List;

/** A sentence that the policy owes to people, at the forms named or, with none named, on the policy page. */
public record Statement(String id, Text text, List<String> forms, List<String> promises) {}
