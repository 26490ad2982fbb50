package dev.kept.policy;

/** Which of a person's two keys protects a record: the one that goes with the account, or the one that the law keeps. */
public enum KeyClass implements Word {
    ACCOUNT,
    LEGAL
}
