package dev.kept.policy;

/** What may change so that people have to be told. */
public enum ChangeKind implements Word {
    POLICY,
    OWNERSHIP
}
